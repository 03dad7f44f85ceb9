/** At most ten operations in a second on one card (cardkit-v1); with a margin for the way to Lark. */
export const CARD_GAP_MS = 110;

/** How often a text that grows is written at most: Lark's apps type it out meanwhile. */
const WRITE_GAP_MS = 200;

/**
 * How often all streams of an app write their growing texts: less than 1,000 in a minute, so that a first or
 * last word never waits for the minute to end.
 */
const WRITES_PER_SECOND = 14;

/** Shares the writes of an app among the streams that are open. */
export class StreamPace {
	private open = 0;

	/** @returns to be called when the stream has ended */
	begin(): () => void {
		this.open++;
		let isOpen = true;
		return () => {
			if (isOpen) this.open--;
			isOpen = false;
		};
	}

	/** Whether no stream is open. */
	get isIdle(): boolean {
		return this.open === 0;
	}

	/** How long a stream waits between two writes of a growing text, in ms. */
	get gapMs(): number {
		return Math.max(WRITE_GAP_MS, (this.open * 1_000) / WRITES_PER_SECOND);
	}
}

const paces = new Map<string, StreamPace>();

/** From so many apps on, those that stream nothing are forgotten: an expression can name a new one with each item. */
const SWEEP_FROM = 64;

/** The pace of an app, shared by all streams of this process. */
export function streamPaceOf(appId: string): StreamPace {
	const known = paces.get(appId);
	if (known) return known;
	if (paces.size >= SWEEP_FROM) {
		for (const [other, { isIdle }] of paces) if (isIdle) paces.delete(other);
	}
	const pace = new StreamPace();
	paces.set(appId, pace);
	return pace;
}

/** How many apps this process has paces of. */
export const streamPaceCount = (): number => paces.size;
