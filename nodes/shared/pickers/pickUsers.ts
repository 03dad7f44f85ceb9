import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { findUsersByDepartment, searchUsers } from '../lark/people';
import type { LarkClient } from '../transport/client';
import { openClient } from '../transport/openClients';
import { findOrList, nextOf, PAGE_SIZE, type Searchable } from './findOrList';
import { pickerActAs } from './pickerActAs';

/** What the token of a page of people starts with; any other token is one of chats. */
export const PEOPLE = 'people:';

interface Person {
	name?: string;
	en_name?: string;
	email?: string;
	open_id?: string;
}

/**
 * People as Lark searches and lists them.
 *
 * @see contact-v3/user/uMTM4UjLzEDO14yMxgTN and contact-v3/user/find_by_department
 */
const peopleOf = (lark: LarkClient): Searchable<Person> => ({
	async search(query, page_token) {
		const page = { query, page_size: PAGE_SIZE, page_token };
		const { users = [], ...next } = await lark.call(searchUsers, { query: page });
		return { found: users, next: nextOf(next) };
	},
	async list(page_token) {
		const page = { department_id: '0', page_size: PAGE_SIZE, page_token };
		const request = lark.call(findUsersByDepartment, { query: page });
		const { items = [], ...next } = await request.catch(() => ({ items: [] })); // There still are the chats.
		return { found: items, next: nextOf(next) };
	},
	asItem: ({ name, open_id = '' }) => (name ? { name, value: open_id } : undefined),
	words: ({ name, en_name, email }) => [name, en_name, email],
});

/**
 * Lists people whose name or email address has what the user typed; those without a name are left out.
 * For a person, Lark searches names in all departments; the bot sees the root department.
 *
 * @param token of the page before
 */
export async function pickPeople(
	lark: LarkClient,
	filter?: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const page = token?.slice(PEOPLE.length);
	const found = await findOrList(peopleOf(lark), lark.actAs === 'user', filter, page);
	const next = found.paginationToken as string | undefined;
	return { ...found, paginationToken: next && PEOPLE + next };
}

/**
 * Lists people, a page at a time, as `pickPeople` finds them. Without the scopes for people, there is nobody.
 *
 * @param filter what the user typed
 * @param page_token of the page before
 */
export async function pickUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
	page_token?: string,
): Promise<INodeListSearchResult> {
	const lark = await openClient(this, pickerActAs(this));
	return await pickPeople(lark, filter, page_token);
}
