import { InputError } from '../../../shared/inputError';
import { getUserInfo } from '../../../shared/lark/app';
import { deleteReaction, listReactions } from '../../../shared/lark/reactions';
import type { LarkClient } from '../../../shared/transport/client';
import { isAccident } from '../../../shared/values';
import { emojiField } from '../../fields/emoji';
import type { OperationItem } from '../../fields/item';
import { messageIdField } from '../../fields/messageId';
import type { Operation } from '../operation';
import { listReactionsTo } from './list';

const message = messageIdField();

const emoji = emojiField({ displayOptions: { show: { removeBy: ['emoji'] } } });

export const reactionRemove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove a reaction from a message',
	description: 'Take back a reaction of the bot to a Lark message, by its emoji or its ID',
	endpoints: [deleteReaction, getUserInfo, listReactions],
	lanes: [message],
	properties: [
		message.property,
		{
			displayName: 'Reaction',
			name: 'removeBy',
			type: 'options',
			options: [
				{ name: 'By Emoji', value: 'emoji' },
				{ name: 'By ID', value: 'id' },
			],
			default: 'emoji',
			description: 'How the reaction to remove is given',
		},
		emoji.property,
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
		const message_id = message.read(item);
		const reaction_id =
			item.string('removeBy') === 'id'
				? checkReactionId(item.string('reactionId'))
				: await ownReaction(item, message_id, emoji.read(item));
		const reaction = await item.lark.call(deleteReaction, {
			path: { message_id, reaction_id },
		});
		return { deleted: true, message_id, ...reaction };
	},
};

function checkReactionId(value: string): string {
	const id = value.trim();
	if (/^[^\s/]+$/.test(id) && !isAccident(id)) return id;
	throw new InputError(
		id === '' ? 'Reaction ID is empty' : `Reaction ID cannot be "${id}"`,
		'Take it from the output of Add: reaction_id.',
	);
}

/** @throws InputError when the bot or person has not reacted with this emoji */
async function ownReaction(
	item: OperationItem,
	message_id: string,
	reaction_type: string,
): Promise<string> {
	const reactions = await listReactionsTo(item.lark, message_id, { reaction_type });
	const me = await ownId(item.lark);
	const own = reactions.find(({ operator }) => operator?.operator_id === me);
	if (own?.reaction_id) return own.reaction_id;
	throw new InputError(
		`${item.lark.actAs === 'bot' ? 'The bot' : 'This person'} has not reacted to this message with ${reaction_type}`,
		"Check the message and the emoji. Only one's own reactions can be removed.",
	);
}

/** As whom the list of reactions has the caller: a bot by its app, a person by open_id. */
async function ownId(lark: LarkClient): Promise<string | undefined> {
	if (lark.actAs === 'bot') return lark.appId;
	const { open_id } = await lark.call(getUserInfo);
	return open_id;
}
