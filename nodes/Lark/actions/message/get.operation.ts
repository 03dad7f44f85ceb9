import type { Client } from '@larksuiteoapi/node-sdk';

import { optionsCollection } from '../common/options';
import type { Operation } from '../operation';
import { cardContent, cardsAsSentOption, messageIdProperty } from './fields';
import { checkMessageId } from './messageId';
import { simpleMessage } from './simple';

/** GET /open-apis/im/v1/messages/:message_id, im-v1/message/get-message. */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a message',
	description:
		'Get a Lark message by its ID. Merged and forwarded messages come with the messages inside, one item each.',
	properties: [messageIdProperty, optionsCollection([cardsAsSentOption])],
	simplify: simpleMessage,

	async execute(item) {
		const message_id = checkMessageId(item.string('messageId'));
		const { items } = await item.lark.call<Client['im']['v1']['message']['get']>({
			method: 'GET',
			url: '/open-apis/im/v1/messages/:message_id',
			path: { message_id },
			query: { card_msg_content_type: cardContent(item) },
		});
		return items ?? [];
	},
};
