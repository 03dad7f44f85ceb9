import { InputError } from '../../../shared/inputError';
import { searchChats } from '../../../shared/lark/chats';
import { returnAllProperties } from '../../fields/returnAll';
import type { Operation } from '../operation';
import { simpleChat } from './simple';

/** Lark finds nothing for longer ones. */
const MAX_LENGTH = 64;

export const chatSearch: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search chats',
	description:
		'Find Lark group chats by their name or the name of a member: chats of the bot, and public ones',
	endpoints: [searchChats],
	lanes: [],
	properties: [
		{
			displayName: 'Query',
			name: 'query',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. incident',
			description:
				'Part of the name of a chat or member, in up to 64 characters. Put words with a hyphen in double quotes.',
		},
		...returnAllProperties,
	],
	simplify: simpleChat,

	async execute(item) {
		const query = item.string('query').trim();
		const fix = `Enter 1 to ${MAX_LENGTH} characters.`;
		if (query === '') throw new InputError('Query is empty', fix);
		if (query.length > MAX_LENGTH) {
			throw new InputError(`Query is ${query.length} characters long`, fix);
		}
		return await item.lark.list(
			searchChats,
			{ query: { query } },
			{ pageSize: 100, limit: item.limit() },
		);
	},
};
