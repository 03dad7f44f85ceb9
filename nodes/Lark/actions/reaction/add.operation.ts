import type { Client } from '@larksuiteoapi/node-sdk';

import { messageIdProperty } from '../message/fields';
import { checkMessageId } from '../message/messageId';
import { BOT_OR_USER, type Operation } from '../operation';
import { checkEmoji, emojiProperty } from './emoji';

/** POST /open-apis/im/v1/messages/:message_id/reactions, im-v1/message-reaction/create. */
export const add: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Add a reaction to a message',
	description: 'React to a Lark message with an emoji, as the bot',
	identities: BOT_OR_USER,
	properties: [
		{ ...messageIdProperty, description: 'The message to react to, by its message_id (om_...)' },
		emojiProperty,
	],

	async execute(item) {
		const message_id = checkMessageId(item.string('messageId'));
		const emoji_type = checkEmoji(item.string('emoji'));
		const reaction = await item.lark.call<Client['im']['v1']['messageReaction']['create']>({
			method: 'POST',
			url: '/open-apis/im/v1/messages/:message_id/reactions',
			path: { message_id },
			body: { reaction_type: { emoji_type } },
		});
		return { message_id, ...reaction };
	},
};
