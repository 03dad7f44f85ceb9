import { RecentKeys } from '../shared/events/recentKeys';

/** Lark's last retry comes 6 h 5 min 15 s after the first push; longer than that, with room for clocks. */
const RETRY_LADDER_MS = 8 * 60 * 60 * 1000;

const seen = new RecentKeys(RETRY_LADDER_MS, 20_000);
const underWay = new Map<string, Promise<void>>();

/**
 * Stores an event once: while that is under way, a repeated call waits for the same outcome; afterwards it
 * does nothing. What could not be stored is forgotten. n8n must not see a key again that it has stored but
 * not started yet (concurrency limit): it would replace the execution.
 *
 * @param now Unix time in ms
 * @param store resolves when n8n has the event
 * @throws what `store` throws
 */
export async function storeOnce(
	key: string,
	now: number,
	store: () => Promise<void>,
): Promise<void> {
	if (seen.add(key, now)) {
		const outcome = store()
			.catch((error: Error) => {
				seen.remove(key);
				throw error;
			})
			.finally(() => underWay.delete(key));
		underWay.set(key, outcome);
	}
	await underWay.get(key);
}
