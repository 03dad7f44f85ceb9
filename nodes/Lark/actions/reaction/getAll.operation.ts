import { optionsCollection } from '../common/options';
import { returnAllProperties } from '../common/returnAll';
import type { UserIdType } from '../../../shared/userId';
import { userIdTypeOption } from '../common/userIds';
import { messageIdProperty } from '../message/fields';
import { checkMessageId } from '../message/messageId';
import { BOT_OR_USER, type Operation } from '../operation';
import { checkEmoji, emojiOption } from './emoji';
import { listReactions } from './list';
import { simpleReaction } from './simple';

/** GET /open-apis/im/v1/messages/:message_id/reactions, im-v1/message-reaction/list. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many reactions',
	description: 'List who has reacted to a Lark message, with which emoji and when',
	identities: BOT_OR_USER,
	properties: [
		messageIdProperty,
		...returnAllProperties,
		optionsCollection([emojiOption, userIdTypeOption]),
	],
	simplify: simpleReaction,

	async execute(item) {
		const message_id = checkMessageId(item.string('messageId'));
		const emoji = item.option<string>('reaction_type');
		const query = {
			reaction_type: emoji ? checkEmoji(emoji) : undefined,
			user_id_type: item.option<UserIdType>('user_id_type'),
		};
		return await listReactions(item.lark, message_id, query, item.limit());
	},
};
