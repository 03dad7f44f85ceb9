import { sleep } from 'n8n-workflow';

/**
 * Waits for something, but not for long. What takes longer goes on on its own.
 *
 * @param ms none or less: what is not there at once is not waited for
 * @returns undefined when it has failed, or is not there in time
 */
export async function withTimeout<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
	const settled = work.catch(() => undefined);
	const bell = new AbortController();
	try {
		return await Promise.race([settled, rings(ms, bell.signal)]);
	} finally {
		bell.abort();
	}
}

/** An aborted sleep rejects, when nobody listens any more. */
const rings = async (ms: number, signal: AbortSignal): Promise<undefined> =>
	await sleep(Math.max(ms, 0), signal).then(
		() => undefined,
		() => undefined,
	);
