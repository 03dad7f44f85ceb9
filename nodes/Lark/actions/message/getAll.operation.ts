import type { Client } from '@larksuiteoapi/node-sdk';

import { chatProperty, checkChatId } from '../common/chat';
import { optionsCollection } from '../common/options';
import { returnAllProperties } from '../common/returnAll';
import { readTimeRange, timeRangeOptions } from '../common/timeRange';
import type { Operation } from '../operation';
import { cardContent, cardsAsSentOption } from './fields';
import { simpleMessage } from './simple';
import { checkThreadId, threadIdProperty } from './threadId';

const forChats = { show: { '/container': ['chat'] } };

/** GET /open-apis/im/v1/messages, im-v1/message/list; times are Unix seconds. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many messages',
	description: 'List the messages of a Lark chat or of a thread, the newest first',
	properties: [
		{
			displayName: 'From',
			name: 'container',
			type: 'options',
			options: [
				{
					name: 'Chat',
					value: 'chat',
					description: 'Messages of a chat, without the replies inside threads',
				},
				{ name: 'Thread', value: 'thread', description: 'Messages of a single thread' },
			],
			default: 'chat',
		},
		{ ...chatProperty, displayOptions: { show: { container: ['chat'] } } },
		{ ...threadIdProperty, displayOptions: { show: { container: ['thread'] } } },
		...returnAllProperties,
		optionsCollection([
			cardsAsSentOption,
			...timeRangeOptions.map((option) => ({ ...option, displayOptions: forChats })),
			{
				displayName: 'Sort By',
				name: 'sort_type',
				type: 'options',
				options: [
					{ name: 'Newest First', value: 'ByCreateTimeDesc' },
					{ name: 'Oldest First', value: 'ByCreateTimeAsc' },
				],
				default: 'ByCreateTimeDesc',
			},
		]),
	],
	simplify: simpleMessage,

	async execute(item) {
		const container_id_type = item.string('container');
		const container_id =
			container_id_type === 'thread'
				? checkThreadId(item.string('threadId'))
				: checkChatId(item.string('chatId'));
		const { start, end } = readTimeRange(item);
		return await item.lark.list<Client['im']['v1']['message']['list']>(
			{
				method: 'GET',
				url: '/open-apis/im/v1/messages',
				query: {
					container_id_type,
					container_id,
					start_time: seconds(start),
					end_time: seconds(end),
					sort_type: item.option('sort_type') ?? 'ByCreateTimeDesc',
					card_msg_content_type: cardContent(item),
				},
			},
			{ pageSize: 50, limit: item.limit() },
		);
	},
};

const seconds = (milliseconds?: number) =>
	milliseconds === undefined ? undefined : String(Math.floor(milliseconds / 1_000));
