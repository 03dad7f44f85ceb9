import type { Client } from '@larksuiteoapi/node-sdk';
import type { IDataObject } from 'n8n-workflow';

import { chunk } from '../common/chunk';
import { optionsCollection } from '../common/options';
import type { UserIdType } from '../../../shared/userId';
import { userIdTypeOption } from '../common/userIds';
import { readMessageIds } from '../message/messageId';
import { BOT_OR_USER, type Operation } from '../operation';
import { checkEmoji, emojiOption } from './emoji';
import { collectReactions, type ReactionQuery } from './collect';

const MAX_MESSAGES = 20;

/** POST /open-apis/im/v1/messages/reactions/batch_query, im-v1/message-reaction/batch_query. */
export const getForMessages: Operation = {
	name: 'Get for Messages',
	value: 'getForMessages',
	action: 'Get the reactions to several messages',
	description:
		'Get the reactions to each of several Lark messages: how many there are of each emoji, and whose. A message that cannot be read has a fail_reason instead.',
	identities: BOT_OR_USER,
	properties: [
		{
			displayName: 'Message IDs',
			name: 'messageIds',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. om_dc13264520392913993dd051dba21dcf, om_...',
			description: 'The messages, by their message_ids (om_...), separated by commas',
		},
		optionsCollection([emojiOption, userIdTypeOption]),
	],

	async execute(item) {
		const ids = new Set(readMessageIds(item.strings('messageIds')));
		const emoji = item.option<string>('reaction_type');
		const reaction_type = emoji ? checkEmoji(emoji) : undefined;
		const user_id_type = item.option<UserIdType>(userIdTypeOption.name);
		const messages: IDataObject[] = [];
		for (const piece of chunk([...ids], MAX_MESSAGES)) {
			const ask = async (queries: ReactionQuery[]) =>
				await item.lark.call<Client['im']['v1']['messageReaction']['batchQuery']>({
					method: 'POST',
					url: '/open-apis/im/v1/messages/reactions/batch_query',
					query: { user_id_type },
					body: { queries, reaction_type },
				});
			messages.push(...(await collectReactions(piece, ask)));
		}
		return messages;
	},
};
