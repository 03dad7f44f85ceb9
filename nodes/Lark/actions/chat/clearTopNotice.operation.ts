import { deleteTopNotice } from '../../../shared/lark/chats';
import { chat } from '../../fields/chat';
import type { Operation } from '../operation';

export const chatClearTopNotice: Operation = {
	name: 'Clear Top Notice',
	value: 'clearTopNotice',
	action: 'Clear the top notice of a chat',
	description: 'Remove what is shown at the top of a Lark chat: a message or the announcement',
	endpoints: [deleteTopNotice],
	lanes: [chat],
	properties: [chat.property],

	async execute(item) {
		const chat_id = chat.read(item);
		await item.lark.call(deleteTopNotice, {
			path: { chat_id },
		});
		return { chat_id, success: true };
	},
};
