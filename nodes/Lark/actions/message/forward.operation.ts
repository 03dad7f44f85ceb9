import { forwardMessage } from '../../../shared/lark/messages';
import { batchGetUserIds } from '../../../shared/lark/people';
import { forwardReceiver } from '../../fields/forwardReceiver';
import { messageIdField } from '../../fields/messageId';
import { naming } from '../../fields/unknownReceiver';
import type { Operation } from '../operation';
import { sentMessage } from './sentMessage';

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
		const receiver = await forwardReceiver.read(item);
		const { receive_id, receive_id_type } = receiver;
		return sentMessage(
			await naming(
				'Send To',
				receiver,
				async () =>
					await item.lark.call(forwardMessage, {
						path: { message_id },
						query: { receive_id_type },
						body: { receive_id },
						uuid: item.uuid('forward', receive_id, message_id),
					}),
			),
		);
	},
};
