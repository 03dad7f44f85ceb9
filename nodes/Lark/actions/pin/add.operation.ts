import { createPin } from '../../../shared/lark/pins';
import { messageIdField } from '../../fields/messageId';
import type { Operation } from '../operation';

const message = messageIdField({ description: 'The message to pin, by its message_id (om_...)' });

export const pinAdd: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Pin a message',
	description: 'Pin a Lark message in its chat',
	endpoints: [createPin],
	lanes: [message],
	properties: [message.property],

	async execute(item) {
		const message_id = message.read(item);
		const { pin } = await item.lark.call(createPin, {
			body: { message_id },
		});
		return { ...pin };
	},
};
