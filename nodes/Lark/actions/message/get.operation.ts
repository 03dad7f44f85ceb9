import { getMessage } from '../../../shared/lark/messages';
import { cardContentType, cardFormat } from '../../fields/cardFormat';
import { messageIdField } from '../../fields/messageId';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../operation';
import { simpleMessage } from './simple';

const message = messageIdField();

export const messageGet: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a message',
	description:
		'Get a Lark message by its ID. Merged and forwarded messages come with the messages inside, one item each.',
	endpoints: [getMessage],
	lanes: [message],
	properties: [message.property, optionsCollection([cardFormat.property])],
	simplify: simpleMessage,

	async execute(item) {
		const message_id = message.read(item);
		const { items } = await item.lark.call(getMessage, {
			path: { message_id },
			query: { card_msg_content_type: cardContentType(item) },
		});
		return items ?? [];
	},
};
