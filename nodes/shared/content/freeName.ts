/** How far the numbers behind a name have come, by the names in use: looking from the start each time would take long. */
const reached = new WeakMap<Set<string>, Map<string, number>>();

/**
 * Finds a name that nothing on a card has yet: `name`, or with a number behind it.
 *
 * @param taken the names in use; the one found is added
 */
export function freeName(name: string, taken: Set<string>): string {
	const counts = reached.get(taken) ?? new Map<string, number>();
	reached.set(taken, counts);
	const numbered = (count: number) => (count === 1 ? name : `${name}_${count}`);
	let count = counts.get(name) ?? 1;
	while (taken.has(numbered(count))) count++;
	counts.set(name, count);
	taken.add(numbered(count));
	return numbered(count);
}
