import type { Client } from '@larksuiteoapi/node-sdk';
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';
import { chatProperty, checkChatId } from '../common/chat';
import { optionsCollection } from '../common/options';
import { returnAllProperties } from '../common/returnAll';
import { picked, readStrings } from '../../../shared/values';
import type { UserIdType } from '../../../shared/userId';
import { readTimeRange, timeRangeOptions } from '../common/timeRange';
import { recogniseUserIds, userIdTypeOption } from '../common/userIds';
import type { Operation, OperationItem } from '../operation';

type Search = Client['im']['v1']['message']['search'];
type Filter = NonNullable<NonNullable<NonNullable<Parameters<Search>[0]>['data']>['filter']>;

const PAGE_SIZE = 50;

const senderTypes = [
	{ name: 'Bots', value: 'bot' },
	{ name: 'People', value: 'user' },
];

const filters: INodeProperties[] = [
	...timeRangeOptions,
	userIdTypeOption,
	{
		displayName: 'Chats',
		name: 'chats',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add chat',
		description: 'Only messages of these chats',
		options: [{ displayName: 'Chat', name: 'chat', values: [chatProperty] }],
	},
	{
		displayName: 'Chat Type',
		name: 'chat_type',
		type: 'options',
		options: [
			{ name: 'Group', value: 'group' },
			{ name: 'Private', value: 'p2p', description: 'Between two people, or a person and a bot' },
		],
		default: 'group',
	},
	{
		displayName: 'Has Attachment',
		name: 'include_attachment_types',
		type: 'multiOptions',
		options: [
			{ name: 'File', value: 'file' },
			{ name: 'Image', value: 'image' },
			{ name: 'Link', value: 'link' },
			{ name: 'Video', value: 'video' },
		],
		default: [],
		description: 'Only messages with one of these',
	},
	{
		displayName: 'Mentioned Users',
		name: 'at_chatter_ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706, ou_...',
		description:
			'Only messages that mention one of these people or everyone: IDs, separated by commas',
	},
	{
		displayName: 'Mentions Me',
		name: 'is_at_me',
		type: 'boolean',
		default: true,
		description: 'Whether to get only messages that mention the person who searches',
	},
	{
		displayName: 'Sender Type',
		name: 'from_types',
		type: 'options',
		options: senderTypes,
		default: 'user',
	},
	{
		displayName: 'Senders',
		name: 'from_ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706, ou_...',
		description: 'Only messages from these people: IDs, separated by commas',
	},
];

/** POST /open-apis/im/v1/messages/search, by the official SDK; times are ISO 8601. */
export const search: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search messages',
	description:
		'Find Lark messages by their words, sender, chat or time, in all chats that a person can see. Works only as a person.',
	identities: ['user'],
	properties: [
		{
			displayName: 'Query',
			name: 'query',
			type: 'string',
			default: '',
			placeholder: 'e.g. invoice',
			description: 'Words to look for, in up to 50 characters. Can be empty if there are filters.',
		},
		...returnAllProperties,
		optionsCollection(filters),
	],

	async execute(item) {
		const query = item.string('query').trim();
		const { filter, user_id_type } = readFilter(item);
		if (query === '' && Object.keys(filter).length === 0) {
			throw new InputError(
				'Query is empty, and there is no filter',
				'Enter words, or add an option.',
			);
		}
		return await item.lark.list<Search>(
			{
				method: 'POST',
				url: '/open-apis/im/v1/messages/search',
				query: { user_id_type },
				body: { query, ...(Object.keys(filter).length > 0 && { filter }) },
			},
			{ pageSize: PAGE_SIZE, limit: item.limit() },
		);
	},
};

function readFilter(item: OperationItem): { filter: Filter; user_id_type: UserIdType } {
	const people = new Set<UserIdType>();
	const idsOf = (field: string, name: string) => {
		if (item.option(name) === undefined) return undefined;
		const { ids, user_id_type } = recogniseUserIds(field, item.strings(`options.${name}`));
		people.add(user_id_type);
		return ids;
	};
	const from_ids = idsOf('Senders', 'from_ids');
	const at_chatter_ids = idsOf('Mentioned Users', 'at_chatter_ids');
	const wanted = item.option<UserIdType>('user_id_type');
	if (wanted) people.add(wanted);
	const [user_id_type = 'open_id', other] = people;
	if (other) {
		throw new InputError(
			`Senders, Mentioned Users and User ID Type go by different kinds of ID: ${user_id_type}, ${other}`,
			'Use one kind of ID in one step.',
		);
	}
	const { start, end } = readTimeRange(item);
	const from = item.option<'user' | 'bot'>('from_types');
	const attachments = item.option<Filter['include_attachment_types']>('include_attachment_types');
	const filter: Filter = {
		from_ids,
		at_chatter_ids,
		chat_ids: readChatIds(item),
		chat_type: item.option('chat_type'),
		from_types: from && [from],
		include_attachment_types: attachments?.length ? attachments : undefined,
		is_at_me: item.option<boolean>('is_at_me') || undefined,
		time_range:
			start === undefined && end === undefined
				? undefined
				: { start_time: iso(start), end_time: iso(end) },
	};
	return { filter: withoutUndefined(filter), user_id_type };
}

/** The rows of Chats; an expression in one may give several IDs. */
function readChatIds(item: OperationItem): string[] | undefined {
	const rows = item.rows('options.chats.chat');
	const ids = rows.flatMap(({ chatId }) => readStrings('Chat', picked(chatId)));
	if (rows.length === 0) return undefined;
	return (ids.length > 0 ? ids : ['']).map((id) => checkChatId(id));
}

const iso = (time?: number) => (time === undefined ? undefined : new Date(time).toISOString());

const withoutUndefined = <T extends object>(value: T): T =>
	Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
