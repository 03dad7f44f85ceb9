import type { Client } from '@larksuiteoapi/node-sdk';

import { InputError } from '../../../shared/inputError';
import { messageIdProperty } from '../message/fields';
import { checkMessageId } from '../message/messageId';
import type { Operation, OperationItem } from '../operation';
import { checkEmoji, emojiProperty } from './emoji';
import { listReactions } from './list';

/** DELETE /open-apis/im/v1/messages/:message_id/reactions/:reaction_id, im-v1/message-reaction/delete. */
export const remove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove a reaction from a message',
	description: 'Take back a reaction of the bot to a Lark message, by its emoji or its ID',
	properties: [
		messageIdProperty,
		{
			displayName: 'Reaction',
			name: 'removeBy',
			type: 'options',
			options: [
				{ name: 'By Emoji', value: 'emoji' },
				{ name: 'By ID', value: 'id' },
			],
			default: 'emoji',
			description: 'How to tell which reaction of the bot to remove',
		},
		{ ...emojiProperty, displayOptions: { show: { removeBy: ['emoji'] } } },
		{
			displayName: 'Reaction ID',
			name: 'reactionId',
			type: 'string',
			default: '',
			required: true,
			displayOptions: { show: { removeBy: ['id'] } },
			placeholder: 'e.g. {{ $json.reaction_id }}',
			description: 'From the output of Add or Get Many',
		},
	],

	async execute(item) {
		const message_id = checkMessageId(item.string('messageId'));
		const reaction_id =
			item.string('removeBy') === 'id'
				? checkReactionId(item.string('reactionId'))
				: await ownReaction(item, message_id, checkEmoji(item.string('emoji')));
		const reaction = await item.lark.call<Client['im']['v1']['messageReaction']['delete']>({
			method: 'DELETE',
			url: '/open-apis/im/v1/messages/:message_id/reactions/:reaction_id',
			path: { message_id, reaction_id },
		});
		return { message_id, success: true, ...reaction };
	},
};

function checkReactionId(value: string): string {
	const id = value.trim();
	if (id !== '') return id;
	throw new InputError('Reaction ID is empty', 'Take it from the output of Add: reaction_id.');
}

/** @throws InputError when the bot has not reacted with this emoji */
async function ownReaction(
	item: OperationItem,
	message_id: string,
	reaction_type: string,
): Promise<string> {
	const reactions = await listReactions(item.lark, message_id, { reaction_type });
	const own = reactions.find(({ operator }) => operator?.operator_id === item.lark.appId);
	if (own?.reaction_id) return own.reaction_id;
	throw new InputError(
		`The bot has not reacted to this message with ${reaction_type}`,
		'Check the message and the emoji. Only reactions of the bot itself can be removed.',
	);
}
