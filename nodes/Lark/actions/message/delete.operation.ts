import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT_OR_USER, type Operation } from '../operation';
import { messageIdProperty } from './fields';
import { checkMessageId } from './messageId';

/** DELETE /open-apis/im/v1/messages/:message_id, im-v1/message/delete. */
export const deleteMessage: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a message',
	description: 'Recall a Lark message that the bot has sent, so that nobody can read it any more',
	identities: BOT_OR_USER,
	properties: [
		{ ...messageIdProperty, description: 'The message to recall, by its message_id (om_...)' },
	],

	async execute(item) {
		const message_id = checkMessageId(item.string('messageId'));
		await item.lark.call<Client['im']['v1']['message']['delete']>({
			method: 'DELETE',
			url: '/open-apis/im/v1/messages/:message_id',
			path: { message_id },
		});
		return { message_id, success: true };
	},
};
