import { forwardMessage } from '../../../shared/lark/messages';
import { batchGetUserIds } from '../../../shared/lark/people';
import { forwardReceiver } from '../../fields/forwardReceiver';
import { messageIdField } from '../../fields/messageId';
import type { Operation } from '../operation';
import { forwardTo } from './forwardTo';

const message = messageIdField({
	description: 'The message to forward, by its message_id (om_...)',
});

export const messageForward: Operation = {
	name: 'Forward',
	value: 'forward',
	action: 'Forward a message',
	description: 'Forward a Lark message to another chat, thread or person',
	endpoints: [forwardMessage, batchGetUserIds],
	lanes: [forwardReceiver],
	properties: [message.property, forwardReceiver.property],

	async execute(item) {
		const message_id = message.read(item);
		return await forwardTo(
			item,
			message_id,
			async (request) => await item.lark.call(forwardMessage, { path: { message_id }, ...request }),
		);
	},
};
