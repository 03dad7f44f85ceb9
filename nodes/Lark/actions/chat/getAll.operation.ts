import type { Client } from '@larksuiteoapi/node-sdk';

import { optionsCollection } from '../common/options';
import { returnAllProperties } from '../common/returnAll';
import type { Operation } from '../operation';
import { simpleChat } from './simple';

/** GET /open-apis/im/v1/chats, group/chat/list. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many chats',
	description: 'List the Lark group chats that the bot is in',
	properties: [
		...returnAllProperties,
		optionsCollection([
			{
				displayName: 'Sort By',
				name: 'sort_type',
				type: 'options',
				options: [
					{ name: 'Latest Activity, Newest First', value: 'ByActiveTimeDesc' },
					{ name: 'Time of Creation, Oldest First', value: 'ByCreateTimeAsc' },
				],
				default: 'ByCreateTimeAsc',
			},
		]),
	],
	simplify: simpleChat,

	async execute(item) {
		return await item.lark.list<Client['im']['v1']['chat']['list']>(
			{
				method: 'GET',
				url: '/open-apis/im/v1/chats',
				query: { sort_type: item.option('sort_type') },
			},
			{ pageSize: 100, limit: item.limit() },
		);
	},
};
