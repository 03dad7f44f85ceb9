import { updateMessage } from '../../../shared/lark/messages';
import { basicBatchUsers, batchGetUserIds } from '../../../shared/lark/people';
import { messageIdField } from '../../fields/messageId';
import type { Operation } from '../operation';
import { contentProperties, editTypes, readMessages } from './types';
import { sentMessage } from './sentMessage';

const message = messageIdField({
	description: 'The message to edit, a text or rich text of the bot, by its message_id (om_...)',
});

export const messageEdit: Operation = {
	name: 'Edit',
	value: 'edit',
	action: 'Edit a message',
	description:
		'Replace the content of a Lark text or rich text message that the bot has sent, up to 20 times. For cards, use Update Card.',
	endpoints: [updateMessage, batchGetUserIds, basicBatchUsers],
	lanes: [message],
	properties: [message.property, ...contentProperties(editTypes)],

	async execute(item) {
		const message_id = message.read(item);
		const [{ msg_type, content }] = await readMessages(item, editTypes);
		return sentMessage(
			await item.lark.call(updateMessage, {
				path: { message_id },
				body: { msg_type, content },
			}),
		);
	},
};
