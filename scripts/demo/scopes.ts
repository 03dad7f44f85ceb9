/**
 * What the demo's app may do: what docs/app.md asks for first, what the examples need, and what the Lark OAuth2
 * credential asks a person for.
 */
export const DEMO_SCOPES = [
	'im:message:send_as_bot',
	'im:resource',
	'im:chat:readonly',
	'im:message.p2p_msg:readonly',
	'im:message.group_at_msg:readonly',
	'im:message.group_msg',
	'contact:user.employee_id:readonly',
	'contact:user.id:readonly',
	'contact:contact.base:readonly',
	'contact:user.base:readonly',
	'im:chat:create',
	'cardkit:card:write',
	'im:message:readonly',
	'im:message.reactions:read',
	'im:message.reactions:write_only',
	'offline_access',
	'im:message',
	'im:message.send_as_user',
	'im:message.group_msg:get_as_user',
	'im:message.p2p_msg:get_as_user',
	'im:chat',
	'search:message',
	'contact:user:search',
	'contact:department.base:readonly',
];
