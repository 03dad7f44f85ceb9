/**
 * What the operations of the Lark node that a person can run need; offline_access gives the refresh token. The Lark
 * OAuth2 credential asks the person for them, and the app has to have them for user_access_token.
 */
export const PERSON_SCOPES: readonly string[] = [
	'offline_access',
	'im:message',
	'im:message:readonly',
	'im:message.send_as_user',
	'im:message.group_msg:get_as_user',
	'im:message.p2p_msg:get_as_user',
	'im:chat',
	'im:resource',
	'search:message',
	'contact:contact.base:readonly',
	'contact:user.base:readonly',
	'contact:user:search',
	'contact:department.base:readonly',
];
