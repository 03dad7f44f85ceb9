import { recallMessage } from '../../../shared/lark/messages';
import { messageIdField } from '../../fields/messageId';
import type { Operation } from '../operation';

const message = messageIdField({
	description: 'The message to recall, by its message_id (om_...)',
});

export const messageDelete: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a message',
	description: 'Recall a Lark message that the bot has sent, so that nobody can read it any more',
	endpoints: [recallMessage],
	lanes: [message],
	properties: [message.property],

	async execute(item) {
		const message_id = message.read(item);
		await item.lark.call(recallMessage, {
			path: { message_id },
		});
		return { deleted: true, message_id };
	},
};
