import { deleteEphemeralCard } from '../../../shared/lark/cards';
import { messageIdField } from '../../fields/messageId';
import type { Operation } from '../operation';

const message = messageIdField({
	placeholder: 'e.g. {{ $json.message_id }}',
	description: 'From the output of Send Ephemeral Card: message_id',
});

export const messageDeleteEphemeralCard: Operation = {
	name: 'Delete Ephemeral Card',
	value: 'deleteEphemeralCard',
	action: 'Delete an ephemeral card',
	description: 'Remove a Lark card that only one person sees. It leaves no trace.',
	endpoints: [deleteEphemeralCard],
	lanes: [message],
	properties: [message.property],

	async execute(item) {
		const message_id = message.read(item);
		await item.lark.call(deleteEphemeralCard, {
			body: { message_id },
		});
		return { deleted: true, message_id };
	},
};
