import { deletePin } from '../../../shared/lark/pins';
import { messageIdField } from '../../fields/messageId';
import type { Operation } from '../operation';

const message = messageIdField({ description: 'The message to unpin, by its message_id (om_...)' });

export const pinRemove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Unpin a message',
	description: 'Unpin a Lark message in its chat. Succeeds too when it is not pinned.',
	endpoints: [deletePin],
	lanes: [message],
	properties: [message.property],

	async execute(item) {
		const message_id = message.read(item);
		await item.lark.call(deletePin, {
			path: { message_id },
		});
		return { deleted: true, message_id };
	},
};
