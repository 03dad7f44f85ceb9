import { listMessages } from '../../../shared/lark/messages';
import { cardContentType, cardFormat } from '../../fields/cardFormat';
import { chatField } from '../../fields/chat';
import { choiceOption } from '../../fields/field';
import { optionsCollection } from '../../fields/options';
import { returnAllProperties } from '../../fields/returnAll';
import { threadIdField } from '../../fields/threadId';
import { readTimeRange, timeRangeOptions } from '../../fields/timeRange';
import type { Operation } from '../operation';
import { simpleMessage } from './simple';

const forChats = { show: { '/container': ['chat'] } };

const chat = chatField({ displayOptions: { show: { container: ['chat'] } } });
const thread = threadIdField({ displayOptions: { show: { container: ['thread'] } } });

const sortBy = choiceOption({
	displayName: 'Sort By',
	name: 'sort_type',
	type: 'options',
	options: [
		{ name: 'Newest First', value: 'ByCreateTimeDesc' },
		{ name: 'Oldest First', value: 'ByCreateTimeAsc' },
	],
	default: 'ByCreateTimeDesc',
});

/** Times are Unix seconds. */
export const messageGetAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many messages',
	description: 'List the messages of a Lark chat or of a thread, the newest first',
	endpoints: [listMessages],
	lanes: [chat, thread],
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
		chat.property,
		thread.property,
		...returnAllProperties,
		optionsCollection([
			cardFormat.property,
			...timeRangeOptions.map((option) => ({ ...option, displayOptions: forChats })),
			sortBy.property,
		]),
	],
	simplify: simpleMessage,

	async execute(item) {
		const container_id_type = item.string('container');
		const container_id = container_id_type === 'thread' ? thread.read(item) : chat.read(item);
		const { start, end } = readTimeRange(item);
		return await item.lark.list(
			listMessages,
			{
				query: {
					container_id_type,
					container_id,
					start_time: seconds(start),
					end_time: seconds(end),
					sort_type: sortBy.read(item) ?? 'ByCreateTimeDesc',
					card_msg_content_type: cardContentType(item),
				},
			},
			{ pageSize: 50, limit: item.limit() },
		);
	},
};

const seconds = (milliseconds?: number) =>
	milliseconds === undefined ? undefined : String(Math.floor(milliseconds / 1_000));
