import { EVENT_MEMORY_MS } from '../shared/push/eventKey';
import { RecentKeys } from '../shared/push/recentKeys';

const claimed = new RecentKeys(EVENT_MEMORY_MS, 20_000);
const underWay = new Map<string, Promise<void>>();

/**
 * Stores an event once: while that is under way, a repeated call waits for the same outcome; afterwards it
 * does nothing. n8n's own check by deduplication key is not enough: while an execution waits for its start
 * (concurrency limit), a second one with its key replaces it instead of being refused.
 *
 * @param now time in ms by a clock that never goes back, such as `performance.now()`
 * @param store resolves when n8n has the event
 * @throws what `store` throws; the next call tries again
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/executions/execution-persistence.ts
 * `reclaimTombstone`
 */
export async function storeOnce(
	key: string,
	now: number,
	store: () => Promise<void>,
): Promise<void> {
	if (claimed.add(key, now)) {
		const outcome = store()
			.catch((error: Error) => {
				claimed.forget(key);
				throw error;
			})
			.finally(() => underWay.delete(key));
		underWay.set(key, outcome);
	}
	await underWay.get(key);
}
