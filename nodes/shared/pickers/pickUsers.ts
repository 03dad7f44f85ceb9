import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { findUsersByDepartment, searchUsers } from '../lark/people';
import type { LarkClient } from '../transport/client';
import { openClient } from '../transport/openClients';
import { pickerActAs } from './pickerActAs';

const PAGE_SIZE = 50;

/** What the token of a page of people starts with; any other token is one of chats. */
export const PEOPLE = 'people:';

/** Lark searches no people for an app: so many pages are read at a time to find one. */
const MAX_PAGES = 10;

/** One page of the root department; nobody when Lark refuses, so that there still are the chats. */
async function peoplePage(lark: LarkClient, page_token?: string) {
	try {
		return await lark.call(findUsersByDepartment, {
			query: { department_id: '0', page_size: PAGE_SIZE, page_token },
		});
	} catch {
		return {};
	}
}

/** What follows PEOPLE in the token of a page that Lark has searched itself. */
const FOUND = 'found:';

/**
 * The people of all departments whom a person finds by name.
 *
 * @returns undefined when Lark refuses, so that the root department can be searched instead
 * @see contact-v3/user/uMTM4UjLzEDO14yMxgTN
 */
async function searchPage(
	lark: LarkClient,
	query: string,
	page_token?: string,
): Promise<INodeListSearchResult | undefined> {
	try {
		const {
			users = [],
			has_more,
			...next
		} = await lark.call(searchUsers, {
			query: { query, page_size: PAGE_SIZE, page_token },
		});
		return {
			results: users.map(({ name, open_id = '' }) => ({ name: name || open_id, value: open_id })),
			paginationToken: has_more && next.page_token ? PEOPLE + FOUND + next.page_token : undefined,
		};
	} catch {
		return undefined;
	}
}

/**
 * Lists people whose name or email address has what the user typed; those without a name are left out.
 * For a person, Lark searches names in all departments; the bot sees the root department.
 *
 * @param token of the page before
 */
export async function pickPeople(
	lark: LarkClient,
	filter = '',
	token?: string,
): Promise<INodeListSearchResult> {
	const typed = filter.trim().toLowerCase();
	if (token?.startsWith(PEOPLE + FOUND)) {
		const page = await searchPage(lark, filter.trim(), token.slice((PEOPLE + FOUND).length));
		return page ?? { results: [] };
	}
	const isSearched = typed && !token && lark.actAs === 'user';
	const found = isSearched ? await searchPage(lark, filter.trim()) : undefined;
	if (found && found.results.length > 0) return found;
	const results: INodeListSearchItems[] = [];
	let page_token = token?.slice(PEOPLE.length);
	for (let page = 0; page < MAX_PAGES && results.length < PAGE_SIZE; page++) {
		const { items = [], has_more, ...next } = await peoplePage(lark, page_token);
		const found = items.filter(
			({ name, en_name, email }) =>
				name && [name, en_name, email].some((text) => text?.toLowerCase().includes(typed)),
		);
		results.push(...found.map(({ name = '', open_id = '' }) => ({ name, value: open_id })));
		page_token = has_more ? next.page_token : undefined;
		if (!page_token) break;
	}
	return { results, paginationToken: page_token && PEOPLE + page_token };
}

/**
 * Lists the people directly in the root department, a page at a time. Without the scopes for people,
 * there is nobody.
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
