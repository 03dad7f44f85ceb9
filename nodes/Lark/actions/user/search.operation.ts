import { searchUsers } from '../../../shared/lark/people';
import { returnAllProperties } from '../../fields/returnAll';
import { searchedName, searchedNameProperty } from '../../fields/searchedName';
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
		searchedNameProperty('e.g. Ada', 'Name of the person, or part of it'),
		...returnAllProperties,
	],
	simplify: simpleUser,

	async execute(item) {
		const query = searchedName(item);
		return await item.lark.pages(
			{ endpoint: searchUsers, path: searchUsers.path, query: { query } },
			{ pageSize: PAGE_SIZE, limit: item.limit() },
			({ users }) => (users ?? []) as Array<Record<string, string>>,
		);
	},
};
