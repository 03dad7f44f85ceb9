/** What a benchmark must come to. */
export interface Check {
	what: string;
	value: number;
	/** The least or the most that is right. */
	atLeast?: number;
	atMost?: number;
}

/** What one benchmark has found out: measurements by name, and what was asked of them. */
export interface Section {
	name: string;
	measured: Record<string, Record<string, number | string>>;
	checks: Check[];
}

export const isMet = ({ value, atLeast = -Infinity, atMost = Infinity }: Check): boolean =>
	value >= atLeast && value <= atMost;

export const rounded = (value: number): number => Number(value.toPrecision(4));

export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Prints a section as a table and its checks. */
export function print({ name, measured, checks }: Section): void {
	console.log(`\n${name}`);
	console.table(measured);
	for (const check of checks) {
		const { what, value, atLeast, atMost } = check;
		const wanted = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
		console.log(`  ${isMet(check) ? 'ok    ' : 'MISSED'} ${what}: ${rounded(value)} (${wanted})`);
	}
}
