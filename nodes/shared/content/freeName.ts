/**
 * Finds a name that nothing on a card has yet: `name`, or with a number behind it.
 *
 * @param taken the names in use; the one found is added
 */
export function freeName(name: string, taken: Set<string>): string {
	let free = name;
	for (let count = 2; taken.has(free); count++) free = `${name}_${count}`;
	taken.add(free);
	return free;
}
