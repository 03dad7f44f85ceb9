import { listChatMembers } from '../../../shared/lark/chatMembers';
import { chat } from '../../fields/chat';
import { optionsCollection } from '../../fields/options';
import { returnAllProperties } from '../../fields/returnAll';
import { userIdType } from '../../fields/userIds';
import type { Operation } from '../operation';
import { simpleMember } from './simple';

export const chatMemberGetAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many members of a chat',
	description: 'List the people in a Lark chat, by name and ID. Lark does not list bots.',
	endpoints: [listChatMembers],
	lanes: [chat],
	properties: [chat.property, ...returnAllProperties, optionsCollection([userIdType.property])],
	simplify: simpleMember,

	async execute(item) {
		const chat_id = chat.read(item);
		return await item.lark.list(
			listChatMembers,
			{
				path: { chat_id },
				query: { member_id_type: userIdType.read(item) },
			},
			{ pageSize: 100, limit: item.limit() },
		);
	},
};
