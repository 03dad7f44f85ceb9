import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT_OR_USER } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** Members and managers of chats (group/chat-member). */

export const addChatMembers = endpoint<Client['im']['v1']['chatMembers']['create']>(
	'POST',
	'/open-apis/im/v1/chats/:chat_id/members',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat.members:write_only'],
		doc: 'group/chat-member/create',
	},
);

export const removeChatMembers = endpoint<Client['im']['v1']['chatMembers']['delete']>(
	'DELETE',
	'/open-apis/im/v1/chats/:chat_id/members',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat.members:write_only'],
		doc: 'group/chat-member/delete',
	},
);

export const listChatMembers = endpoint<Client['im']['v1']['chatMembers']['get']>(
	'GET',
	'/open-apis/im/v1/chats/:chat_id/members',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat:readonly', 'im:chat.members:read', 'im:chat.group_info:readonly'],
		doc: 'group/chat-member/get',
	},
);

export const isInChat = endpoint<Client['im']['v1']['chatMembers']['isInChat']>(
	'GET',
	'/open-apis/im/v1/chats/:chat_id/members/is_in_chat',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat:readonly', 'im:chat.members:read', 'im:chat.group_info:readonly'],
		doc: 'group/chat-member/is_in_chat',
	},
);

export const joinChat = endpoint<Client['im']['v1']['chatMembers']['meJoin']>(
	'PATCH',
	'/open-apis/im/v1/chats/:chat_id/members/me_join',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat.members:write_only'],
		doc: 'group/chat-member/me_join',
	},
);

export const addChatManagers = endpoint<Client['im']['v1']['chatManagers']['addManagers']>(
	'POST',
	'/open-apis/im/v1/chats/:chat_id/managers/add_managers',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat.managers:write_only'],
		doc: 'group/chat-member/add_managers',
	},
);

export const deleteChatManagers = endpoint<Client['im']['v1']['chatManagers']['deleteManagers']>(
	'POST',
	'/open-apis/im/v1/chats/:chat_id/managers/delete_managers',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat.managers:write_only'],
		doc: 'group/chat-member/delete_managers',
	},
);
