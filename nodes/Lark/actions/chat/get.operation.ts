import type { Client } from '@larksuiteoapi/node-sdk';

import { chatProperty, checkChatId } from '../common/chat';
import type { Operation } from '../operation';
import { simpleChat } from './simple';

/** GET /open-apis/im/v1/chats/:chat_id, group/chat/get. */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a chat',
	description: 'Get name, description, owner, settings and member counts of a Lark chat',
	properties: [chatProperty],
	simplify: simpleChat,

	async execute(item) {
		const chat_id = checkChatId(item.string('chatId'));
		const chat = await item.lark.call<Client['im']['v1']['chat']['get']>({
			method: 'GET',
			url: '/open-apis/im/v1/chats/:chat_id',
			path: { chat_id },
		});
		return { chat_id, ...chat };
	},
};
