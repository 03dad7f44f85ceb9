/** Requests about an answer that is not complete stay below this. */
export const LEFT_BEHIND = 1_000_000_000;

/** The request that ends an answer, and those after it, are above this. */
const ENDED = 2_000_000_000;

/** Of the requests about an answer that another process than the trigger's writes; each minute has numbers of its own. */
const LEASED = LEFT_BEHIND + 1;
const PER_MINUTE = 100_000;
const MINUTE_MS = 60_000;

/** Lark's sequence is a signed number of 32 bits. */
const HIGHEST = 2 ** 31 - 1;

/** How far the sequence goes up when Lark knows a higher one; each time eight times as far. */
const STEP = 1_000;

/**
 * Numbers a request about a card. The numbers tell whether an answer is complete: a request with
 * `LEFT_BEHIND` changes only a card whose answer is not (300317 otherwise).
 *
 * @param last of the request before
 * @param least of a request that is not the end
 * @see cardkit-v1: `sequence` is an int32 and goes up strictly with each operation on a card
 */
export const nextSequence = (last: number, isEnd: boolean, least = 0): number =>
	Math.max(last + 1, isEnd ? ENDED : least);

/**
 * The least number of a request about an answer that another process watches, which tells it that the writer lives.
 *
 * @param age of the card in ms
 */
export const leasedSequence = (age: number): number =>
	Math.min(LEASED + Math.max(0, Math.floor(age / MINUTE_MS)) * PER_MINUTE, ENDED - 1);

/** The number of a request that changes a card only if nothing has been written in the minute before. */
export const silentSequence = (age: number): number => leasedSequence(age - MINUTE_MS) - 1;

/** @returns what counts as the last number after Lark has refused a request for its number so many times before */
export function raisedSequence(last: number, times: number): number {
	const highest = last < LEFT_BEHIND ? LEFT_BEHIND : HIGHEST;
	return Math.min(last + STEP * 8 ** times, highest - 2);
}
