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

	/** How long a stream waits between two writes of a growing text, in ms. */
	get gapMs(): number {
		return Math.max(WRITE_GAP_MS, (this.open * 1_000) / WRITES_PER_SECOND);
	}
}

const paces = new Map<string, StreamPace>();

/** The pace of an app, shared by all streams of this process. */
export function streamPaceOf(appId: string): StreamPace {
	const pace = paces.get(appId) ?? new StreamPace();
	paces.set(appId, pace);
	return pace;
}
