import { InputError } from '../../../shared/inputError';
import { searchMessages } from '../../../shared/lark/messages';
import { optionsCollection } from '../../fields/options';
import { returnAllProperties } from '../../fields/returnAll';
import type { Operation } from '../operation';
import { filterOptions, readFilter } from './searchFilter';

const PAGE_SIZE = 50;

export const messageSearch: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search messages',
	description:
		'Find Lark messages by their words, sender, chat or time, in all chats that a person can see, or that the bot is in',
	endpoints: [searchMessages],
	lanes: [],
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
		optionsCollection(filterOptions),
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
		return await item.lark.list(
			searchMessages,
			{
				query: { user_id_type },
				body: { query, ...(Object.keys(filter).length > 0 && { filter }) },
			},
			{ pageSize: PAGE_SIZE, limit: item.limit() },
		);
	},
};
