import { InputError } from '../../../shared/inputError';
import { searchUsers } from '../../../shared/lark/people';
import { returnAllProperties } from '../../fields/returnAll';
import type { Operation } from '../operation';
import { simpleUser } from './simple';

/** The most that a page has (contact-v3/user/uMTM4UjLzEDO14yMxgTN, page_size). */
const PAGE_SIZE = 200;

export const userSearch: Operation = {
	name: 'Search',
	value: 'search',
	action: 'Search users',
	description:
		'Find Lark users by name among all whom a person can see, but for those who have left. Works only as a person.',
	endpoints: [searchUsers],
	lanes: [],
	properties: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Ada',
			description: 'Name of the person, or part of it',
		},
		...returnAllProperties,
	],
	simplify: simpleUser,

	async execute(item) {
		const query = item.string('name').trim();
		if (query === '') throw new InputError('Name is empty', 'Enter a name, or part of it.');
		return await item.lark.pages(
			{ endpoint: searchUsers, path: searchUsers.path, query: { query } },
			{ pageSize: PAGE_SIZE, limit: item.limit() },
			({ users }) => (users ?? []) as Array<Record<string, string>>,
		);
	},
};
