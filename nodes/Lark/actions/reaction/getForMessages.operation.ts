import type { IDataObject } from 'n8n-workflow';

import { batchQueryReactions } from '../../../shared/lark/reactions';
import { chunk } from '../../fields/chunk';
import { onlyEmoji } from '../../fields/emoji';
import { messageIdsField } from '../../fields/messageId';
import { optionsCollection } from '../../fields/options';
import { userIdType } from '../../fields/userIds';
import type { Operation } from '../operation';
import { collectReactions, type ReactionQuery } from './collect';

const MAX_MESSAGES = 20;

const messageIds = messageIdsField(
	'The messages, by their message_ids (om_...), separated by commas',
);

export const reactionGetForMessages: Operation = {
	name: 'Get for Messages',
	value: 'getForMessages',
	action: 'Get the reactions to several messages',
	description:
		'Get the reactions to each of several Lark messages: how many there are of each emoji, and whose. A message that cannot be read has a fail_reason instead.',
	endpoints: [batchQueryReactions],
	lanes: [],
	properties: [messageIds.property, optionsCollection([onlyEmoji.property, userIdType.property])],

	async execute(item) {
		const ids = messageIds.read(item);
		const reaction_type = onlyEmoji.read(item);
		const user_id_type = userIdType.read(item);
		const messages: IDataObject[] = [];
		for (const piece of chunk(ids, MAX_MESSAGES)) {
			const ask = async (queries: ReactionQuery[]) =>
				await item.lark.call(batchQueryReactions, {
					query: { user_id_type },
					body: { queries, reaction_type },
				});
			messages.push(...(await collectReactions(piece, ask)));
		}
		return messages;
	},
};
