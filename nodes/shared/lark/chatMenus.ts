import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** The menu of a group (group/chat-menu_tree). */

const WRITE = ['im:chat', 'im:chat.menu_tree:write_only'];

export const createChatMenu = endpoint<Client['im']['v1']['chatMenuTree']['create']>(
	'POST',
	'/open-apis/im/v1/chats/:chat_id/menu_tree',
	{ tokens: BOT, scopes: WRITE, doc: 'group/chat-menu_tree/create' },
);

export const getChatMenu = endpoint<Client['im']['v1']['chatMenuTree']['get']>(
	'GET',
	'/open-apis/im/v1/chats/:chat_id/menu_tree',
	{
		tokens: BOT,
		scopes: ['im:chat', 'im:chat.menu_tree:read', 'im:chat:readonly'],
		doc: 'group/chat-menu_tree/get',
	},
);

export const updateChatMenuItem = endpoint<Client['im']['v1']['chatMenuItem']['patch']>(
	'PATCH',
	'/open-apis/im/v1/chats/:chat_id/menu_items/:menu_item_id',
	{ tokens: BOT, scopes: WRITE, repeat: 'always', doc: 'group/chat-menu_tree/patch' },
);

export const sortChatMenu = endpoint<Client['im']['v1']['chatMenuTree']['sort']>(
	'POST',
	'/open-apis/im/v1/chats/:chat_id/menu_tree/sort',
	{ tokens: BOT, scopes: WRITE, repeat: 'always', doc: 'group/chat-menu_tree/sort' },
);

export const deleteChatMenu = endpoint<Client['im']['v1']['chatMenuTree']['delete']>(
	'DELETE',
	'/open-apis/im/v1/chats/:chat_id/menu_tree',
	{ tokens: BOT, scopes: WRITE, doc: 'group/chat-menu_tree/delete' },
);
