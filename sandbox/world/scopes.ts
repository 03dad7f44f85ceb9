/** Without this scope an app gets no user_id in events and in contacts. */
export const USER_ID_SCOPE = 'contact:user.employee_id:readonly';

/** Scopes that no API or event names: they add to what a person allows, or to what an answer has. */
export const FURTHER_SCOPES = [
	USER_ID_SCOPE,
	'contact:department.base:readonly',
	'contact:user.base:readonly',
	'contact:user.department:readonly',
	'contact:user.email:readonly',
	'contact:user.employee:readonly',
	'contact:user.phone:readonly',
	'im:chat:operate_as_owner',
	'im:message.group_msg:get_as_user',
	'im:message.p2p_msg:get_as_user',
	'im:message.send_as_user',
	'offline_access',
];

/** @returns whether a scope is among those given; `all` has every scope */
export function hasScope({ scopes }: { scopes: string[] | 'all' }, scope: string): boolean {
	return scopes === 'all' || scopes.includes(scope);
}
