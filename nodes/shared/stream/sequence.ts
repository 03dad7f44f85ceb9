/** Requests about an answer that is not complete stay below this. */
export const LEFT_BEHIND = 1_000_000_000;

/** The request that ends an answer, and those after it, are above this. */
const ENDED = 2_000_000_000;

/** Lark's sequence is a signed number of 32 bits. */
const HIGHEST = 2 ** 31 - 1;

/** How far the sequence goes up when Lark knows a higher one; each time eight times as far. */
const STEP = 1_000;

/**
 * Numbers a request about a card. The numbers tell whether an answer is complete: a request with
 * `LEFT_BEHIND` changes only a card whose answer is not (300317 otherwise).
 *
 * @param last of the request before
 * @see cardkit-v1: `sequence` is an int32 and goes up strictly with each operation on a card
 */
export const nextSequence = (last: number, isEnd: boolean): number =>
	Math.max(last + 1, isEnd ? ENDED : 0);

/** @returns what counts as the last number after Lark has refused a request for its number so many times before */
export function raisedSequence(last: number, times: number): number {
	const highest = last < LEFT_BEHIND ? LEFT_BEHIND : HIGHEST;
	return Math.min(last + STEP * 8 ** times, highest - 2);
}
