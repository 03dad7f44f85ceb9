import type { Client } from '@larksuiteoapi/node-sdk';

import type { Operation } from '../operation';
import { contentProperties, editTypes, readContent } from './content';
import { messageIdProperty } from './fields';
import { checkMessageId } from './messageId';

/** PUT /open-apis/im/v1/messages/:message_id, im-v1/message/update. */
export const edit: Operation = {
	name: 'Edit',
	value: 'edit',
	action: 'Edit a message',
	description:
		'Replace the content of a Lark text or rich text message that the bot has sent, up to 20 times. For cards, use Update Card.',
	properties: [
		{
			...messageIdProperty,
			description:
				'The message to edit, a text or rich text of the bot, by its message_id (om_...)',
		},
		...contentProperties(editTypes),
	],

	async execute(item) {
		const message_id = checkMessageId(item.string('messageId'));
		const [{ msg_type, content }] = await readContent(item, editTypes);
		return await item.lark.call<Client['im']['v1']['message']['update']>({
			method: 'PUT',
			url: '/open-apis/im/v1/messages/:message_id',
			path: { message_id },
			body: { msg_type, content },
		});
	},
};
