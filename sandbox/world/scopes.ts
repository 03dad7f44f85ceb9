/** Without this scope an app gets no user_id in events and in contacts. */
export const USER_ID_SCOPE = 'contact:user.employee_id:readonly';

/** @returns whether a scope is among those given; `all` has every scope */
export function hasScope({ scopes }: { scopes: string[] | 'all' }, scope: string): boolean {
	return scopes === 'all' || scopes.includes(scope);
}
