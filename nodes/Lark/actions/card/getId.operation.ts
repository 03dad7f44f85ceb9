import { convertCardId } from '../../../shared/lark/cardEntities';
import { messageIdField } from '../../fields/messageId';
import type { Operation } from '../operation';

const message = messageIdField({
	description: 'The message with the card, by its message_id (om_...)',
});

export const cardGetId: Operation = {
	name: 'Get ID',
	value: 'getId',
	action: 'Get the card of a message',
	description:
		'Find the card ID of a Lark message with a card JSON 2.0 that the bot has sent. Lark has deprecated this: use the output of Create where you can.',
	endpoints: [convertCardId],
	lanes: [message],
	properties: [message.property],

	async execute(item) {
		const message_id = message.read(item);
		const { card_id } = await item.lark.call(convertCardId, { body: { message_id } });
		return { card_id, message_id };
	},
};
