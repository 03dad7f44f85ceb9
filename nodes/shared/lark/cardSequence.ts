const MAX_SEQUENCE = 2 ** 31 - 1;

/** As often as Lark takes a change of one card. */
const STEP_MS = 100;

/** When the count begins; it starts again in October 2032. */
const START_MS = Date.UTC(2026, 0, 1);

/** Cards whose last number is remembered. For others the time is enough. */
const MAX_REMEMBERED = 10_000;

const byTime = (now: number) => (Math.floor((now - START_MS) / STEP_MS) % MAX_SEQUENCE) + 1;

/**
 * Numbers the changes of cards, so that the numbers of one card increase, whoever changes it: executions of
 * this process count together, and other processes have about the same number, since all go by the time.
 *
 * @see cardkit-v1/card/update, sequence: int32 from 1, strictly increasing for each card (300317)
 */
export class CardSequences {
	private readonly last = new Map<string, number>();

	/** @param now the time in milliseconds */
	constructor(private readonly now: () => number) {}

	/**
	 * Takes the next number of a card.
	 *
	 * @param refused how many numbers Lark has just found too low: the clock of another process is ahead, or
	 * somebody counts in another way, so the steps become larger
	 */
	next(cardId: string, refused = 0): number {
		const above = (this.last.get(cardId) ?? 0) + (refused === 0 ? 1 : 8 ** refused);
		const sequence = Math.min(Math.max(byTime(this.now()), above), MAX_SEQUENCE);
		this.last.delete(cardId);
		this.last.set(cardId, sequence);
		const [oldest] = this.last.keys();
		if (this.last.size > MAX_REMEMBERED) this.last.delete(oldest);
		return sequence;
	}
}
