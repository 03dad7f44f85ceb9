import type { Client } from '@larksuiteoapi/node-sdk';

import { messageIdProperty } from '../message/fields';
import { checkMessageId } from '../message/messageId';
import { BOT_OR_USER, type Operation } from '../operation';

/** DELETE /open-apis/im/v1/pins/:message_id, im-v1/pin/delete. */
export const remove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Unpin a message',
	description: 'Unpin a Lark message in its chat. Succeeds too when it is not pinned.',
	identities: BOT_OR_USER,
	properties: [
		{ ...messageIdProperty, description: 'The message to unpin, by its message_id (om_...)' },
	],

	async execute(item) {
		const message_id = checkMessageId(item.string('messageId'));
		await item.lark.call<Client['im']['v1']['pin']['delete']>({
			method: 'DELETE',
			url: '/open-apis/im/v1/pins/:message_id',
			path: { message_id },
		});
		return { message_id, success: true };
	},
};
