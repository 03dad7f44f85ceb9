import { sleep } from 'n8n-workflow';

import type { UrlOutcome } from '../../shared/requestUrl/registerUrl';

/** After which waits a failed attempt is made again, in ms; the last one repeats. */
const WAITS = [5_000, 30_000, 120_000, 600_000, 3_600_000];

const MOST_ATTEMPTS = 1_000;

export const isToRepeat = (outcome: UrlOutcome | undefined): boolean =>
	outcome?.kind === 'failed' && outcome.isPassing;

/** What goes on in the background for a URL, to be ended with it. */
const running = new Map<string, AbortController>();

/** Ends what goes on in the background for a URL. */
export function endAttempts(url: string): void {
	running.get(url)?.abort();
	running.delete(url);
}

/**
 * Attempts something in the background until it has succeeded, was refused for good, or is not wanted any more.
 *
 * @param url for which it is; a later call for it takes the place of this one
 * @param firstMs how long to wait before the first attempt
 * @param attempt gets whether the next failure would be the first one
 */
export async function attemptLater(
	url: string,
	firstMs: number,
	attempt: (isFirst: boolean) => Promise<UrlOutcome | undefined>,
	most = MOST_ATTEMPTS,
): Promise<void> {
	endAttempts(url);
	const end = new AbortController();
	running.set(url, end);
	for (let made = 0; made < most; made++) {
		const wait = made === 0 ? firstMs : WAITS[Math.min(made - 1, WAITS.length - 1)];
		const isOver = await sleep(wait, end.signal).then(
			() => end.signal.aborted,
			() => true,
		);
		if (isOver) return;
		if (!isToRepeat(await attempt(made === 0))) break;
	}
	if (running.get(url) === end) running.delete(url);
}
