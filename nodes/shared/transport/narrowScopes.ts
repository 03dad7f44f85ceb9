/** Whether one scope includes another by its name: `im:message` is the whole of `im:message:send_as_bot`. */
const includes = (broad: string, narrow: string): boolean =>
	narrow.startsWith(`${broad}:`) || narrow.startsWith(`${broad}.`);

/**
 * Leaves out of alternatives those that allow more than another one.
 *
 * @param scopes of which one is enough
 */
export const narrowestOf = (scopes: readonly string[]): string[] =>
	scopes.filter((scope) => !scopes.some((other) => includes(scope, other)));

/**
 * Chooses few scopes that allow little and are enough.
 *
 * @param needs alternatives for each thing that is wanted; one of each is enough
 */
export function narrowScopes(needs: ReadonlyArray<readonly string[]>): string[] {
	const chosen: string[] = [];
	let open = needs.filter((scopes) => scopes.length > 0).map(narrowestOf);
	while (open.length > 0) {
		const candidates = [...new Set(open.flat())];
		const uses = (scope: string) => open.filter((scopes) => scopes.includes(scope)).length;
		const best = candidates.reduce((a, b) => (uses(b) > uses(a) ? b : a));
		chosen.push(best);
		open = open.filter((scopes) => !scopes.includes(best));
	}
	return chosen.sort();
}
