import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT_OR_USER, type Operation } from '../operation';
import { cardProperties, readCard } from './content/cardAlone';
import { messageIdProperty } from './fields';
import { checkMessageId } from './messageId';

/** PATCH /open-apis/im/v1/messages/:message_id, im-v1/message-card/patch. */
export const updateCard: Operation = {
	name: 'Update Card',
	value: 'updateCard',
	action: 'Update a card',
	description:
		'Replace a Lark card that the bot has sent, for everybody and up to 14 days later. Card JSON 1.0 needs "update_multi": true in its config, before and after.',
	identities: BOT_OR_USER,
	properties: [
		{
			...messageIdProperty,
			description: 'The message with the card, sent by the bot, by its message_id (om_...)',
		},
		...cardProperties(),
	],

	async execute(item) {
		const message_id = checkMessageId(item.string('messageId'));
		const { content } = readCard(item);
		await item.lark.call<Client['im']['v1']['message']['patch']>({
			method: 'PATCH',
			url: '/open-apis/im/v1/messages/:message_id',
			path: { message_id },
			body: { content },
		});
		return { message_id, success: true };
	},
};
