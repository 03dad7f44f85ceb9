import { mergeForwardMessages } from '../../../shared/lark/messages';
import { batchGetUserIds } from '../../../shared/lark/people';
import { forwardReceiver } from '../../fields/forwardReceiver';
import { messageIdsField } from '../../fields/messageId';
import { naming } from '../../fields/unknownReceiver';
import type { Operation } from '../operation';
import { sentMessage } from './sentMessage';

const messages = messageIdsField(
	'The messages to forward, by their message_ids (om_...), separated by commas. They must be from one chat.',
	100,
);

export const messageMergeForward: Operation = {
	name: 'Merge and Forward',
	value: 'mergeForward',
	action: 'Merge and forward messages',
	description:
		'Forward up to 100 Lark messages of one chat as a single message to another chat, thread or person',
	endpoints: [mergeForwardMessages, batchGetUserIds],
	lanes: [forwardReceiver],
	properties: [messages.property, forwardReceiver.property],

	async execute(item) {
		const message_id_list = messages.read(item);
		const receiver = await forwardReceiver.read(item);
		const { receive_id, receive_id_type } = receiver;
		const { message, invalid_message_id_list } = await naming(
			'Send To',
			receiver,
			async () =>
				await item.lark.call(mergeForwardMessages, {
					query: { receive_id_type },
					body: { receive_id, message_id_list },
					uuid: item.uuid('forward', receive_id, ...message_id_list),
				}),
		);
		return { ...sentMessage(message ?? {}), invalid_message_id_list };
	},
};
