import { listMessages } from '../../../shared/lark/messages';
import { cardContentType, cardFormat } from '../../fields/cardFormat';
import { chatField } from '../../fields/chat';
import { choiceOption, switchOption } from '../../fields/field';
import { optionsCollection } from '../../fields/options';
import { returnAllProperties } from '../../fields/returnAll';
import { threadIdField } from '../../fields/threadId';
import { readTimeRange, timeRangeOptions } from '../../fields/timeRange';
import type { Operation } from '../operation';
import { senderNames, withSenderNames } from './senderNames';
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

const onlyThreadRoots = switchOption({
	displayName: 'Only Thread Starts',
	name: 'only_thread_root_messages',
	type: 'boolean',
	default: false,
	displayOptions: forChats,
	description: 'Whether to list only the messages with which threads begin',
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
			onlyThreadRoots.property,
			senderNames.property,
			...timeRangeOptions.map((option) => ({ ...option, displayOptions: forChats })),
			sortBy.property,
		]),
	],
	simplify: simpleMessage,

	async execute(item) {
		const container_id_type = item.string('container');
		const container_id = container_id_type === 'thread' ? thread.read(item) : chat.read(item);
		const { start, end } = readTimeRange(item);
		const query = {
			container_id_type,
			container_id,
			start_time: seconds(start),
			end_time: seconds(end),
			sort_type: sortBy.read(item) ?? 'ByCreateTimeDesc',
			card_msg_content_type: cardContentType(item),
			only_thread_root_messages:
				(container_id_type === 'chat' && onlyThreadRoots.read(item)) || undefined,
		} as const;
		const pages = { pageSize: 50, limit: item.limit() };
		return await withSenderNames(
			item,
			async (names) => await item.lark.list(listMessages, { query: { ...query, ...names } }, pages),
		);
	},
};

const seconds = (milliseconds?: number) =>
	milliseconds === undefined ? undefined : String(Math.floor(milliseconds / 1_000));
