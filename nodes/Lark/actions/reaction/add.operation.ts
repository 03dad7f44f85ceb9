import { createReaction } from '../../../shared/lark/reactions';
import { emojiField } from '../../fields/emoji';
import { messageIdField } from '../../fields/messageId';
import type { Operation } from '../operation';

const message = messageIdField({
	description: 'The message to react to, by its message_id (om_...)',
});

const emoji = emojiField();

export const reactionAdd: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Add a reaction to a message',
	description: 'React to a Lark message with an emoji, as the bot',
	endpoints: [createReaction],
	lanes: [message],
	properties: [message.property, emoji.property],

	async execute(item) {
		const message_id = message.read(item);
		const emoji_type = emoji.read(item);
		const reaction = await item.lark.call(createReaction, {
			path: { message_id },
			body: { reaction_type: { emoji_type } },
		});
		return { message_id, ...reaction };
	},
};
