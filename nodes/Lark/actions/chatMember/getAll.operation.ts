import type { Client } from '@larksuiteoapi/node-sdk';

import { chatProperty, checkChatId } from '../common/chat';
import { optionsCollection } from '../common/options';
import { returnAllProperties } from '../common/returnAll';
import type { UserIdType } from '../../../shared/userId';
import { userIdTypeOption } from '../common/userIds';
import { BOT_OR_USER, type Operation } from '../operation';
import { simpleMember } from './simple';

/** GET /open-apis/im/v1/chats/:chat_id/members, group/chat-member/get. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many members of a chat',
	description: 'List the people in a Lark chat, by name and ID. Lark does not list bots.',
	identities: BOT_OR_USER,
	properties: [chatProperty, ...returnAllProperties, optionsCollection([userIdTypeOption])],
	simplify: simpleMember,

	async execute(item) {
		const chat_id = checkChatId(item.string('chatId'));
		return await item.lark.list<Client['im']['v1']['chatMembers']['get']>(
			{
				method: 'GET',
				url: '/open-apis/im/v1/chats/:chat_id/members',
				path: { chat_id },
				query: { member_id_type: item.option<UserIdType>(userIdTypeOption.name) },
			},
			{ pageSize: 100, limit: item.limit() },
		);
	},
};
