import type { Client } from '@larksuiteoapi/node-sdk';
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';
import type { UserIdType } from '../../../shared/userId';
import { picked, readStrings } from '../../../shared/values';
import { chat, checkChatId } from '../../fields/chat';
import { choiceOption, choicesOption, switchOption, type Field } from '../../fields/field';
import type { ItemParameters } from '../../fields/item';
import { readTimeRange, timeRangeOptions } from '../../fields/timeRange';
import { recogniseUserIds, userIdType } from '../../fields/userIds';

type Search = Client['im']['v1']['message']['search'];
type Filter = NonNullable<NonNullable<NonNullable<Parameters<Search>[0]>['data']>['filter']>;

/** The rows of Chats; an expression in one may give several IDs. */
const chats: Field<string[] | undefined> = {
	property: {
		displayName: 'Chats',
		name: 'chats',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Chat',
		description: 'Only messages of these chats',
		options: [{ displayName: 'Chat', name: 'chat', values: [chat.property] }],
	},
	read(item) {
		const rows = item.rows('options.chats.chat');
		const ids = rows.flatMap(({ chatId }) => readStrings('Chat', picked(chatId)));
		if (rows.length === 0) return undefined;
		return (ids.length > 0 ? ids : ['']).map((id) => checkChatId(id));
	},
};

const chatType = choiceOption({
	displayName: 'Chat Type',
	name: 'chat_type',
	type: 'options',
	options: [
		{ name: 'Group', value: 'group' },
		{ name: 'Private', value: 'p2p', description: 'Between two people, or a person and a bot' },
	],
	default: 'group',
});

const attachmentTypes = choicesOption({
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
});

const mentionsMe = switchOption({
	displayName: 'Mentions Me',
	name: 'is_at_me',
	type: 'boolean',
	default: true,
	description: 'Whether to get only messages that mention the person who searches',
});

const senderType = choiceOption({
	displayName: 'Sender Type',
	name: 'from_types',
	type: 'options',
	options: [
		{ name: 'Bots', value: 'bot' },
		{ name: 'People', value: 'user' },
	],
	default: 'user',
});

type People = Field<{ ids: string[]; user_id_type: UserIdType } | undefined>;

/** People by ID; undefined when the user did not add the option. */
const peopleOption = (property: INodeProperties): People => ({
	property,
	read(item) {
		if (item.option(property) === undefined) return undefined;
		return recogniseUserIds(property.displayName, item.strings(`options.${property.name}`));
	},
});

const mentionedUsers = peopleOption({
	displayName: 'Mentioned Users',
	name: 'at_chatter_ids',
	type: 'string',
	default: '',
	placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706, ou_...',
	description:
		'Only messages that mention one of these people or everyone: IDs, separated by commas',
});

const senders = peopleOption({
	displayName: 'Senders',
	name: 'from_ids',
	type: 'string',
	default: '',
	placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706, ou_...',
	description: 'Only messages from these people: IDs, separated by commas',
});

/** What a search can be narrowed by, under Options; `readFilter` reads all of them. */
export const filterOptions: INodeProperties[] = [
	...timeRangeOptions,
	userIdType.property,
	chats.property,
	chatType.property,
	attachmentTypes.property,
	mentionedUsers.property,
	mentionsMe.property,
	senderType.property,
	senders.property,
];

/** Lark takes one kind of ID in a request. */
function oneKind(kinds: Array<UserIdType | undefined>): UserIdType {
	const given = new Set(kinds.filter((kind) => kind !== undefined));
	const [user_id_type = 'open_id', other] = given;
	if (!other) return user_id_type;
	throw new InputError(
		`Senders, Mentioned Users and User ID Type go by different kinds of ID: ${user_id_type}, ${other}`,
		'Use one kind of ID in one step.',
	);
}

const iso = (time?: number) => (time === undefined ? undefined : new Date(time).toISOString());

const withoutUndefined = <T extends object>(value: T): T =>
	Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;

/**
 * Reads the options of a search.
 *
 * @returns the filter as Lark takes it, with times in ISO 8601, and the kind of ID for the request
 * @throws InputError for a value that cannot be used
 */
export function readFilter(item: ItemParameters): { filter: Filter; user_id_type: UserIdType } {
	const from = senders.read(item);
	const mentioned = mentionedUsers.read(item);
	const user_id_type = oneKind([
		from?.user_id_type,
		mentioned?.user_id_type,
		userIdType.read(item),
	]);
	const { start, end } = readTimeRange(item);
	const fromType = senderType.read(item);
	const attachments = attachmentTypes.read(item);
	const filter: Filter = {
		from_ids: from?.ids,
		at_chatter_ids: mentioned?.ids,
		chat_ids: chats.read(item),
		chat_type: chatType.read(item),
		from_types: fromType && [fromType],
		include_attachment_types: attachments?.length ? attachments : undefined,
		is_at_me: mentionsMe.read(item) || undefined,
		time_range:
			start === undefined && end === undefined
				? undefined
				: { start_time: iso(start), end_time: iso(end) },
	};
	return { filter: withoutUndefined(filter), user_id_type };
}
