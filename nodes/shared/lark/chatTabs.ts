import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT_OR_USER } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** Tabs at the top of a chat (group/chat-tab). */

const WRITE = ['im:chat', 'im:chat.tabs:write_only'];

export const createChatTabs = endpoint<Client['im']['v1']['chatTab']['create']>(
	'POST',
	'/open-apis/im/v1/chats/:chat_id/chat_tabs',
	{ tokens: BOT_OR_USER, scopes: WRITE, doc: 'group/chat-tab/create' },
);

export const updateChatTabs = endpoint<Client['im']['v1']['chatTab']['updateTabs']>(
	'POST',
	'/open-apis/im/v1/chats/:chat_id/chat_tabs/update_tabs',
	{ tokens: BOT_OR_USER, scopes: WRITE, repeat: 'always', doc: 'group/chat-tab/update_tabs' },
);

export const listChatTabs = endpoint<Client['im']['v1']['chatTab']['listTabs']>(
	'GET',
	'/open-apis/im/v1/chats/:chat_id/chat_tabs/list_tabs',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:chat', 'im:chat.tabs:read', 'im:chat:readonly'],
		doc: 'group/chat-tab/list_tabs',
	},
);

export const sortChatTabs = endpoint<Client['im']['v1']['chatTab']['sortTabs']>(
	'POST',
	'/open-apis/im/v1/chats/:chat_id/chat_tabs/sort_tabs',
	{ tokens: BOT_OR_USER, scopes: WRITE, repeat: 'always', doc: 'group/chat-tab/sort_tabs' },
);

export const deleteChatTabs = endpoint<Client['im']['v1']['chatTab']['deleteTabs']>(
	'DELETE',
	'/open-apis/im/v1/chats/:chat_id/chat_tabs/delete_tabs',
	{ tokens: BOT_OR_USER, scopes: WRITE, doc: 'group/chat-tab/delete_tabs' },
);
