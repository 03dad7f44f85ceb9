import type { Client } from '@larksuiteoapi/node-sdk';

import { chatProperty, checkChatId } from '../common/chat';
import { BOT_OR_USER, type Operation } from '../operation';

/** DELETE /open-apis/im/v1/chats/:chat_id, group/chat/delete. */
export const deleteChat: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a chat',
	description:
		'Disband a Lark group chat for all its members. Its messages are lost. The bot must be the owner of the group, or have created it and have the scope im:chat:operate_as_owner.',
	identities: BOT_OR_USER,
	properties: [chatProperty],

	async execute(item) {
		const chat_id = checkChatId(item.string('chatId'));
		await item.lark.call<Client['im']['v1']['chat']['delete']>({
			method: 'DELETE',
			url: '/open-apis/im/v1/chats/:chat_id',
			path: { chat_id },
		});
		return { chat_id, success: true };
	},
};
