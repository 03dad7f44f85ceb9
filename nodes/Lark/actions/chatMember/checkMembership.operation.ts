import type { Client } from '@larksuiteoapi/node-sdk';

import { chatProperty, checkChatId } from '../common/chat';
import { BOT_OR_USER, type Operation } from '../operation';

/** GET /open-apis/im/v1/chats/:chat_id/members/is_in_chat, group/chat-member/is_in_chat. */
export const checkMembership: Operation = {
	name: 'Check Membership',
	value: 'checkMembership',
	action: 'Check membership in a chat',
	description: 'Tell whether the bot itself is in a Lark chat',
	identities: BOT_OR_USER,
	properties: [chatProperty],

	async execute(item) {
		const chat_id = checkChatId(item.string('chatId'));
		const answer = await item.lark.call<Client['im']['v1']['chatMembers']['isInChat']>({
			method: 'GET',
			url: '/open-apis/im/v1/chats/:chat_id/members/is_in_chat',
			path: { chat_id },
		});
		return { chat_id, ...answer };
	},
};
