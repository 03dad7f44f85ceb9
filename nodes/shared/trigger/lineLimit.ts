interface Span {
	since: number;
	written: number;
	leftOut: number;
}

/** Lets a number of lines of a kind into a log in a span of time, and counts those that it leaves out. */
export class LineLimit {
	private readonly spans = new Map<string, Span>();

	/**
	 * @param most lines of a kind in a span
	 * @param spanMs how long a span is, from its first line on
	 */
	constructor(
		private readonly most: number,
		private readonly spanMs: number,
	) {}

	/**
	 * Asks for a line.
	 *
	 * @param kind one of few: each is remembered for good
	 * @param now time in ms by a clock that never goes back, such as `performance.now()`
	 * @returns how many lines of the kind were left out before this one; undefined when it is left out, too
	 */
	take(kind: string, now: number): number | undefined {
		const span = this.spans.get(kind);
		if (!span || now >= span.since + this.spanMs) {
			this.spans.set(kind, { since: now, written: 1, leftOut: 0 });
			return span?.leftOut ?? 0;
		}
		if (span.written < this.most) {
			span.written++;
			return 0;
		}
		span.leftOut++;
		return undefined;
	}
}
