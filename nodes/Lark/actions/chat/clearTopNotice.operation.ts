import type { Client } from '@larksuiteoapi/node-sdk';

import { chatProperty, checkChatId } from '../common/chat';
import { BOT_OR_USER, type Operation } from '../operation';

/** POST /open-apis/im/v1/chats/:chat_id/top_notice/delete_top_notice, group/chat/delete_top_notice. */
export const clearTopNotice: Operation = {
	name: 'Clear Top Notice',
	value: 'clearTopNotice',
	action: 'Clear the top notice of a chat',
	description: 'Remove what is shown at the top of a Lark chat: a message or the announcement',
	identities: BOT_OR_USER,
	properties: [chatProperty],

	async execute(item) {
		const chat_id = checkChatId(item.string('chatId'));
		await item.lark.call<Client['im']['v1']['chatTopNotice']['deleteTopNotice']>({
			method: 'POST',
			url: '/open-apis/im/v1/chats/:chat_id/top_notice/delete_top_notice',
			path: { chat_id },
		});
		return { chat_id, success: true };
	},
};
