import { listChats } from '../../../shared/lark/chats';
import { choiceOption } from '../../fields/field';
import { optionsCollection } from '../../fields/options';
import { returnAllProperties } from '../../fields/returnAll';
import type { Operation } from '../operation';
import { simpleChat } from './simple';

const sortBy = choiceOption({
	displayName: 'Sort By',
	name: 'sort_type',
	type: 'options',
	options: [
		{ name: 'Latest Activity, Newest First', value: 'ByActiveTimeDesc' },
		{ name: 'Time of Creation, Oldest First', value: 'ByCreateTimeAsc' },
	],
	default: 'ByCreateTimeAsc',
});

export const chatGetAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many chats',
	description: 'List the Lark group chats that the bot is in',
	endpoints: [listChats],
	lanes: [],
	properties: [...returnAllProperties, optionsCollection([sortBy.property])],
	simplify: simpleChat,

	async execute(item) {
		return await item.lark.list(
			listChats,
			{
				query: { sort_type: sortBy.read(item) },
			},
			{ pageSize: 100, limit: item.limit() },
		);
	},
};
