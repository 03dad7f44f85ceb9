import { getMessage } from '../../../shared/lark/messages';
import { cardContentType, cardFormat } from '../../fields/cardFormat';
import { messageIdField } from '../../fields/messageId';
import { optionsCollection } from '../../fields/options';
import type { Operation } from '../operation';
import { senderNames, withSenderNames } from './senderNames';
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
	properties: [message.property, optionsCollection([cardFormat.property, senderNames.property])],
	simplify: simpleMessage,

	async execute(item) {
		const message_id = message.read(item);
		const card_msg_content_type = cardContentType(item);
		const { items } = await withSenderNames(
			item,
			async (names) =>
				await item.lark.call(getMessage, {
					path: { message_id },
					query: { card_msg_content_type, ...names },
				}),
		);
		return items ?? [];
	},
};
