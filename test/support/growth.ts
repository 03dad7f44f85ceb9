/** What garbage collection and compilation add to a measurement, in ms. */
const NOISE_MS = 25;

/** Linear time doubles with the size, quadratic time is four times as long. */
export const LIMIT = 3;

/** The time that the processor spends, in ms: what else runs on the machine does not count. */
export async function processorMs(work: () => unknown): Promise<number> {
	const start = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}

/**
 * How the time grows from a size to its double. What looks quadratic is measured again: garbage collection
 * disturbs one measurement, but not each.
 *
 * @param work takes the size; what it throws or rejects with is a result like another
 */
export async function growth(work: (size: number) => unknown, size: number): Promise<number> {
	const attempt = async (length: number) => {
		try {
			await work(length);
		} catch {
			// A refusal takes time, too.
		}
	};
	let least = Infinity;
	for (let i = 0; i < 5 && least >= LIMIT; i++) {
		const once = await processorMs(() => attempt(size));
		const twice = await processorMs(() => attempt(2 * size));
		least = Math.min(least, (twice + NOISE_MS) / (once + NOISE_MS));
	}
	return least;
}

/** A text of the given length, made of one unit. */
export const filled = (unit: string, length: number): string =>
	unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
