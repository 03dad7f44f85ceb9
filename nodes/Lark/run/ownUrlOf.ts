import type { IExecuteFunctions } from 'n8n-workflow';

/** What stands behind the address in the URL by which a waiting execution goes on: n8n's endpoint, and the execution. */
const SEGMENTS_BEHIND = 2;

/**
 * The address under which others reach this n8n's webhooks. Nodes are not told it; it begins the URL by which a waiting
 * execution goes on.
 *
 * @returns without a slash at the end; '' when n8n does not say
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/core/src/execution-engine/node-execution-context/utils/get-additional-keys.ts
 */
export function ownUrlOf(context: IExecuteFunctions, itemIndex: number): string {
	const url = String(context.evaluateExpression('{{ $execution.resumeUrl }}', itemIndex));
	if (!URL.canParse(url)) return '';
	const { origin, pathname } = new URL(url);
	return `${origin}${pathname.split('/').slice(0, -SEGMENTS_BEHIND).join('/')}`;
}
