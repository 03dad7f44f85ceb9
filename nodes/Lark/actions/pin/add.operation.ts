import type { Client } from '@larksuiteoapi/node-sdk';

import { messageIdProperty } from '../message/fields';
import { checkMessageId } from '../message/messageId';
import { BOT_OR_USER, type Operation } from '../operation';

/** POST /open-apis/im/v1/pins, im-v1/pin/create. */
export const add: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Pin a message',
	description: 'Pin a Lark message in its chat',
	identities: BOT_OR_USER,
	properties: [
		{ ...messageIdProperty, description: 'The message to pin, by its message_id (om_...)' },
	],

	async execute(item) {
		const message_id = checkMessageId(item.string('messageId'));
		const { pin } = await item.lark.call<Client['im']['v1']['pin']['create']>({
			method: 'POST',
			url: '/open-apis/im/v1/pins',
			body: { message_id },
		});
		return { ...pin };
	},
};
