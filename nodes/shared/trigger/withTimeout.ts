import { sleep } from 'n8n-workflow';

/**
 * Waits for a promise, but no longer than a given time. The work behind it is not cancelled.
 *
 * @param ms 0 or less: only a promise that is already settled counts
 * @returns undefined when the promise rejects or is not settled in time
 */
export async function withTimeout<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
	const nothing = () => undefined;
	const timer = new AbortController();
	// An aborted `sleep` rejects.
	const timeout = sleep(Math.max(ms, 0), timer.signal).then(nothing, nothing);
	try {
		return await Promise.race([work.catch(nothing), timeout]);
	} finally {
		timer.abort();
	}
}
