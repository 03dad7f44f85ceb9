import { putTopNotice } from '../../../shared/lark/chats';
import { chat } from '../../fields/chat';
import type { OperationItem } from '../../fields/item';
import { messageIdField } from '../../fields/messageId';
import type { Operation } from '../operation';

/** Values of action_type. */
const MESSAGE = '1';
const ANNOUNCEMENT = '2';

function readNotice(item: OperationItem) {
	if (item.string('action_type') === ANNOUNCEMENT) return { action_type: ANNOUNCEMENT } as const;
	return { action_type: MESSAGE, message_id: message.read(item) } as const;
}

const message = messageIdField({
	displayOptions: { show: { action_type: [MESSAGE] } },
	description: 'A message of this chat, by its message_id (om_...)',
});

export const chatSetTopNotice: Operation = {
	name: 'Set Top Notice',
	value: 'setTopNotice',
	action: 'Set the top notice of a chat',
	description:
		'Show a message, or the announcement, at the top of a Lark chat. The bot must be in the chat.',
	endpoints: [putTopNotice],
	lanes: [chat],
	properties: [
		chat.property,
		{
			displayName: 'Show',
			name: 'action_type',
			type: 'options',
			options: [
				{ name: 'A Message', value: MESSAGE },
				{ name: 'The Announcement', value: ANNOUNCEMENT },
			],
			default: MESSAGE,
		},
		message.property,
	],

	async execute(item) {
		const chat_id = chat.read(item);
		await item.lark.call(putTopNotice, {
			path: { chat_id },
			body: { chat_top_notice: [readNotice(item)] },
		});
		return { chat_id, success: true };
	},
};
