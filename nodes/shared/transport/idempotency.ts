import { createHash } from 'node:crypto';

/**
 * Derives the `uuid` of a create-like call from what makes the call what it is. The same parts give
 * the same key, so that a repeated call (Retry On Fail, a lost response) cannot send twice.
 *
 * @param parts execution, node, run, item, receiver, content, ... in a fixed order
 * @returns 40 hex characters; Lark takes up to 50
 * @see im-v1/message/create, field uuid: at most one success within 1 hour
 */
export function idempotencyKey(parts: ReadonlyArray<string | number>): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
}
