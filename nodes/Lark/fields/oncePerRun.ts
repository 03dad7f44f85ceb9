import type { LarkClient } from '../../shared/transport/client';

type Answers = Map<string, Promise<unknown>>;

/** What has been looked up, by the client: one run of the node has one. */
const lookedUp = new WeakMap<LarkClient, Answers>();

/**
 * Asks Lark once per run of the node, also when several items ask at the same time; a look-up that
 * failed is not kept.
 *
 * @param what names the look-up and its value
 */
export async function oncePerRun<T>(
	lark: LarkClient,
	what: string,
	ask: () => Promise<T>,
): Promise<T> {
	const known: Answers = lookedUp.get(lark) ?? new Map<string, Promise<unknown>>();
	lookedUp.set(lark, known);
	const answer = (known.get(what) as Promise<T> | undefined) ?? ask();
	known.set(what, answer);
	answer.catch(() => known.delete(what));
	return await answer;
}
