import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT, BOT_OR_USER } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** Chats and their settings (group/chat). */

export const createChat = endpoint<Client['im']['v1']['chat']['create']>(
	'POST',
	'/open-apis/im/v1/chats',
	{
		tokens: BOT,
		scopes: ['im:chat', 'im:chat:create'],
		repeat: 'query.uuid',
		doc: 'group/chat/create',
	},
);

export const getChat = endpoint<Client['im']['v1']['chat']['get']>(
	'GET',
	'/open-apis/im/v1/chats/:chat_id',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat:read', 'im:chat:readonly'],
		doc: 'group/chat/get-chat',
	},
);

export const listChats = endpoint<Client['im']['v1']['chat']['list']>(
	'GET',
	'/open-apis/im/v1/chats',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat:readonly', 'im:chat:read', 'im:chat.group_info:readonly'],
		doc: 'group/chat/list',
	},
);

export const searchChats = endpoint<Client['im']['v1']['chat']['search']>(
	'GET',
	'/open-apis/im/v1/chats/search',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat:readonly', 'im:chat:read', 'im:chat.group_info:readonly'],
		doc: 'group/chat/search',
	},
);

export const updateChat = endpoint<Client['im']['v1']['chat']['update']>(
	'PUT',
	'/open-apis/im/v1/chats/:chat_id',
	{ tokens: BOT_OR_USER, scopes: ['im:chat', 'im:chat:update'], doc: 'group/chat/update-chat' },
);

export const disbandChat = endpoint<Client['im']['v1']['chat']['delete']>(
	'DELETE',
	'/open-apis/im/v1/chats/:chat_id',
	{ tokens: BOT_OR_USER, scopes: ['im:chat', 'im:chat:delete'], doc: 'group/chat/delete' },
);

export const getChatLink = endpoint<Client['im']['v1']['chat']['link']>(
	'POST',
	'/open-apis/im/v1/chats/:chat_id/link',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat:read', 'im:chat:readonly'],
		repeat: 'always',
		doc: 'group/chat/link',
	},
);

export const putTopNotice = endpoint<Client['im']['v1']['chatTopNotice']['putTopNotice']>(
	'POST',
	'/open-apis/im/v1/chats/:chat_id/top_notice/put_top_notice',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat.top_notice:write_only'],
		doc: 'group/chat/put_top_notice',
	},
);

export const deleteTopNotice = endpoint<Client['im']['v1']['chatTopNotice']['deleteTopNotice']>(
	'POST',
	'/open-apis/im/v1/chats/:chat_id/top_notice/delete_top_notice',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat.top_notice:write_only'],
		doc: 'group/chat/delete_top_notice',
	},
);

export const getModeration = endpoint<Client['im']['v1']['chatModeration']['get']>(
	'GET',
	'/open-apis/im/v1/chats/:chat_id/moderation',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat.moderation:read', 'im:chat:readonly'],
		doc: 'group/chat/get-chat-moderation',
	},
);

export const updateModeration = endpoint<Client['im']['v1']['chatModeration']['update']>(
	'PUT',
	'/open-apis/im/v1/chats/:chat_id/moderation',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat:moderation:write_only'],
		doc: 'group/chat/update-chat-moderation',
	},
);

export const getDocAnnouncement = endpoint<Client['im']['v1']['chatAnnouncement']['get']>(
	'GET',
	'/open-apis/im/v1/chats/:chat_id/announcement',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat.announcement:read', 'im:chat:readonly'],
		doc: 'group/chat-announcement/get',
	},
);

export const patchDocAnnouncement = endpoint<Client['im']['v1']['chatAnnouncement']['patch']>(
	'PATCH',
	'/open-apis/im/v1/chats/:chat_id/announcement',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat.announcement:write_only'],
		doc: 'group/chat-announcement/patch',
	},
);

export const getDocxAnnouncement = endpoint<Client['docx']['v1']['chatAnnouncement']['get']>(
	'GET',
	'/open-apis/docx/v1/chats/:chat_id/announcement',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat.announcement:read'],
		rate: { perSecond: 20 },
		doc: 'group/upgraded-group-announcement/chat-announcement/get',
	},
);
