export interface Random {
	/** A whole number below `limit`. */
	below(limit: number): number;
	pick<T>(values: readonly T[]): T;
	bytes(length: number): Buffer;
}

/** The same numbers for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	const below = (limit: number) => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
	};
	return {
		below,
		pick: (values) => values[below(values.length)] as (typeof values)[number],
		bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
	};
}
