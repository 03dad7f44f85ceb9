/** What garbage collection and compilation add to a measurement, in ms. */
const NOISE_MS = 15;

/** The time that the processor spends, in ms: what else runs on the machine does not count. */
export function processorMs(work: () => void): number {
	const start = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}

/** Linear time doubles with the length, quadratic time is four times as long. */
export const LIMIT = 3;

/**
 * How the time grows from a length to its double. What looks quadratic is measured again: other work on
 * the machine and garbage collection disturb one measurement, but not each.
 */
export function growth(work: (length: number) => void, length: number): number {
	let least = Infinity;
	for (let attempt = 0; attempt < 5 && least >= LIMIT; attempt++) {
		const once = processorMs(() => work(length));
		const twice = processorMs(() => work(2 * length));
		least = Math.min(least, (twice + NOISE_MS) / (once + NOISE_MS));
	}
	return least;
}
