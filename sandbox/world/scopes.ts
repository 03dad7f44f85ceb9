/** @returns whether a scope is among those given; `all` has every scope */
export function hasScope({ scopes }: { scopes: string[] | 'all' }, scope: string): boolean {
	return scopes === 'all' || scopes.includes(scope);
}
