import type { Client } from '@larksuiteoapi/node-sdk';

import { chatProperty, checkChatId } from '../common/chat';
import { optionsCollection } from '../common/options';
import { returnAllProperties } from '../common/returnAll';
import { readTimeRange, timeRangeOptions } from '../common/timeRange';
import { BOT_OR_USER, type Operation } from '../operation';

/** GET /open-apis/im/v1/pins, im-v1/pin/list; times are in milliseconds. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many pins',
	description: 'List the pinned messages of a Lark chat, the latest pin first',
	identities: BOT_OR_USER,
	properties: [chatProperty, ...returnAllProperties, optionsCollection(timeRangeOptions)],

	async execute(item) {
		const chat_id = checkChatId(item.string('chatId'));
		const { start, end } = readTimeRange(item);
		return await item.lark.list<Client['im']['v1']['pin']['list']>(
			{
				method: 'GET',
				url: '/open-apis/im/v1/pins',
				query: { chat_id, start_time: start?.toString(), end_time: end?.toString() },
			},
			{ pageSize: 50, limit: item.limit() },
		);
	},
};
