import type { Client } from '@larksuiteoapi/node-sdk';

import { chatProperty, checkChatId } from '../common/chat';
import { BOT_OR_USER, type Operation } from '../operation';

/** PATCH /open-apis/im/v1/chats/:chat_id/members/me_join, group/chat-member/me_join. */
export const join: Operation = {
	name: 'Join',
	value: 'join',
	action: 'Join a chat',
	description: 'Let the bot join a public Lark group chat that needs no approval',
	identities: BOT_OR_USER,
	properties: [chatProperty],

	async execute(item) {
		const chat_id = checkChatId(item.string('chatId'));
		await item.lark.call<Client['im']['v1']['chatMembers']['meJoin']>({
			method: 'PATCH',
			url: '/open-apis/im/v1/chats/:chat_id/members/me_join',
			path: { chat_id },
		});
		return { chat_id, success: true };
	},
};
