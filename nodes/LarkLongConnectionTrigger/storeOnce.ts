import { EVENT_MEMORY_MS } from '../shared/push/eventKey';
import { RecentKeys } from '../shared/push/recentKeys';

const claimed = new RecentKeys(EVENT_MEMORY_MS, 20_000);
const underWay = new Map<string, Promise<void>>();

/** Claimed, but n8n did not take the event: whoever comes next may try again. */
const released = new Set<string>();

/**
 * Stores an event once: while that is under way, a repeated call waits for the same outcome; afterwards it
 * does nothing. n8n must not see a key again that it has stored but not started yet (concurrency limit):
 * it would replace the execution.
 *
 * @param now Unix time in ms
 * @param store resolves when n8n has the event
 * @throws what `store` throws; the next call tries again
 */
export async function storeOnce(
	key: string,
	now: number,
	store: () => Promise<void>,
): Promise<void> {
	const wasReleased = released.delete(key);
	if (claimed.add(key, now) || wasReleased) {
		const outcome = store()
			.catch((error: Error) => {
				released.add(key);
				throw error;
			})
			.finally(() => underWay.delete(key));
		underWay.set(key, outcome);
	}
	await underWay.get(key);
}
