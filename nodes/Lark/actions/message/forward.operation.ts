import type { Client } from '@larksuiteoapi/node-sdk';

import type { Operation } from '../operation';
import { messageIdProperty } from './fields';
import { forwardReceiverProperty, readForwardReceiver } from './forwardReceiver';
import { checkMessageId } from './messageId';

/** POST /open-apis/im/v1/messages/:message_id/forward, im-v1/message/forward-message; uuid is in the query. */
export const forward: Operation = {
	name: 'Forward',
	value: 'forward',
	action: 'Forward a message',
	description: 'Forward a Lark message to another chat, thread or person',
	properties: [
		{ ...messageIdProperty, description: 'The message to forward, by its message_id (om_...)' },
		forwardReceiverProperty,
	],

	async execute(item) {
		const message_id = checkMessageId(item.string('messageId'));
		const { receive_id, receive_id_type } = await readForwardReceiver(item);
		return await item.lark.call<Client['im']['v1']['message']['forward']>({
			method: 'POST',
			url: '/open-apis/im/v1/messages/:message_id/forward',
			path: { message_id },
			query: { receive_id_type, uuid: item.uuid('forward', receive_id, message_id) },
			body: { receive_id },
		});
	},
};
