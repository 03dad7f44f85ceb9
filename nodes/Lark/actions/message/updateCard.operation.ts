import { patchCard } from '../../../shared/lark/messages';
import { messageIdField } from '../../fields/messageId';
import type { Operation } from '../operation';
import { cardProperties, readCard } from './types/cardAlone';

const message = messageIdField({
	description: 'The message with the card, sent by the bot, by its message_id (om_...)',
});

export const messageUpdateCard: Operation = {
	name: 'Update Card',
	value: 'updateCard',
	action: 'Update a card',
	description:
		'Replace a Lark card that the bot has sent, for everybody and up to 14 days later. Card JSON 1.0 needs "update_multi": true in its config, before and after.',
	endpoints: [patchCard],
	lanes: [message],
	properties: [message.property, ...cardProperties()],

	async execute(item) {
		const message_id = message.read(item);
		const { content } = await readCard(item);
		await item.lark.call(patchCard, {
			path: { message_id },
			body: { content },
		});
		return { message_id, success: true };
	},
};
