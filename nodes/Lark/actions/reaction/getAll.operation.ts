import { listReactions } from '../../../shared/lark/reactions';
import { onlyEmoji } from '../../fields/emoji';
import { messageIdField } from '../../fields/messageId';
import { optionsCollection } from '../../fields/options';
import { returnAllProperties } from '../../fields/returnAll';
import { userIdType } from '../../fields/userIds';
import type { Operation } from '../operation';
import { listReactionsTo } from './list';
import { simpleReaction } from './simple';

const message = messageIdField();

export const reactionGetAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many reactions',
	description: 'List who has reacted to a Lark message, with which emoji and when',
	endpoints: [listReactions],
	lanes: [message],
	properties: [
		message.property,
		...returnAllProperties,
		optionsCollection([onlyEmoji.property, userIdType.property]),
	],
	simplify: simpleReaction,

	async execute(item) {
		const message_id = message.read(item);
		const query = {
			reaction_type: onlyEmoji.read(item),
			user_id_type: userIdType.read(item),
		};
		return await listReactionsTo(item.lark, message_id, query, item.limit());
	},
};
