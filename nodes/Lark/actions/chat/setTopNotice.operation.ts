import type { Client } from '@larksuiteoapi/node-sdk';

import { chatProperty, checkChatId } from '../common/chat';
import { messageIdProperty } from '../message/fields';
import { checkMessageId } from '../message/messageId';
import { BOT_OR_USER, type Operation, type OperationItem } from '../operation';

/** Values of action_type. */
const MESSAGE = '1';
const ANNOUNCEMENT = '2';

function readNotice(item: OperationItem) {
	if (item.string('action_type') === ANNOUNCEMENT) return { action_type: ANNOUNCEMENT } as const;
	return { action_type: MESSAGE, message_id: checkMessageId(item.string('messageId')) } as const;
}

/** POST /open-apis/im/v1/chats/:chat_id/top_notice/put_top_notice, group/chat/put_top_notice. */
export const setTopNotice: Operation = {
	name: 'Set Top Notice',
	value: 'setTopNotice',
	action: 'Set the top notice of a chat',
	description:
		'Show a message, or the announcement, at the top of a Lark chat. The bot must be in the chat.',
	identities: BOT_OR_USER,
	properties: [
		chatProperty,
		{
			displayName: 'Show',
			name: 'action_type',
			type: 'options',
			options: [
				{ name: 'A Message', value: MESSAGE },
				{ name: 'The Announcement', value: ANNOUNCEMENT },
			],
			default: MESSAGE,
		},
		{
			...messageIdProperty,
			displayOptions: { show: { action_type: [MESSAGE] } },
			description: 'A message of this chat, by its message_id (om_...)',
		},
	],

	async execute(item) {
		const chat_id = checkChatId(item.string('chatId'));
		await item.lark.call<Client['im']['v1']['chatTopNotice']['putTopNotice']>({
			method: 'POST',
			url: '/open-apis/im/v1/chats/:chat_id/top_notice/put_top_notice',
			path: { chat_id },
			body: { chat_top_notice: [readNotice(item)] },
		});
		return { chat_id, success: true };
	},
};
