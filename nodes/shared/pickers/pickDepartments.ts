import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { listChildDepartments, searchDepartments } from '../lark/departments';
import type { LarkClient } from '../transport/client';
import { larkCodeOf } from '../transport/larkCode';
import { openClient } from '../transport/openClients';
import { pickerActAs } from './pickerActAs';

const PAGE_SIZE = 50;

/** Lark searches no departments for an app: so many pages are read at a time to find one. */
const MAX_PAGES = 10;

/** What the token of a page of a search starts with; any other token is one of the list. */
const SEARCH = 'search:';

/** What a list cannot be had for, by Lark's code, and what to do. */
const REFUSALS: Record<number, { message: string; description: string }> = {
	99991672: {
		message: 'The app may not list departments',
		description:
			'Add the scopes contact:contact.base:readonly and contact:department.base:readonly to the app and publish a version, or choose By ID.',
	},
	99991679: {
		message: 'This person has not allowed to list departments',
		description:
			'Add the scopes contact:contact.base:readonly and contact:department.base:readonly to the app and the credential and connect again, or choose By ID.',
	},
	40004: {
		message: 'The contact range of the app does not have all departments',
		description:
			'Widen it in the developer console under "Permissions & Scopes > Data permissions" and publish a version, or choose By ID.',
	},
	43010: {
		message: 'The company has too many departments to list them',
		description: 'Choose By ID. Department > Get Children and Search give the IDs.',
	},
};

interface DepartmentRecord {
	name?: string;
	open_department_id?: string;
}

/** Without contact:department.base:readonly, Lark gives no names. */
const asItem = ({ name, open_department_id = '' }: DepartmentRecord): INodeListSearchItems => ({
	name: name || `${open_department_id} (its name needs the scope contact:department.base:readonly)`,
	value: open_department_id,
});

/** A page that Lark finds by name; undefined when it refuses, so that the list can be searched instead. */
async function searchPage(
	lark: LarkClient,
	query: string,
	page_token?: string,
): Promise<INodeListSearchResult | undefined> {
	try {
		const {
			items = [],
			has_more,
			...next
		} = await lark.call(searchDepartments, {
			query: { page_size: PAGE_SIZE, page_token },
			body: { query },
		});
		const token = has_more && next.page_token ? SEARCH + next.page_token : undefined;
		return { results: items.map(asItem), paginationToken: token };
	} catch {
		return undefined;
	}
}

/** Departments of the list whose name or ID has what the user typed. */
async function listPage(
	lark: LarkClient,
	typed: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const results: INodeListSearchItems[] = [];
	let page_token = token;
	for (let page = 0; page < MAX_PAGES && results.length < PAGE_SIZE; page++) {
		const {
			items = [],
			has_more,
			...next
		} = await lark.call(listChildDepartments, {
			path: { department_id: '0' },
			query: { fetch_child: true, page_size: PAGE_SIZE, page_token },
		});
		const found = items.map(asItem);
		results.push(...found.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())));
		page_token = has_more ? next.page_token : undefined;
		if (!page_token) break;
	}
	return { results, paginationToken: page_token };
}

/**
 * Lists the departments of all levels, a page at a time. For a person, Lark searches by name; for the
 * bot, the list is searched.
 *
 * @param filter what the user typed: part of a name
 * @param token of the page before
 * @throws NodeOperationError that says which scope or range is missing, NodeApiError for what else Lark refuses
 * @see contact-v3/department/children and contact-v3/department/search
 */
export async function pickDepartments(
	this: ILoadOptionsFunctions,
	filter = '',
	token?: string,
): Promise<INodeListSearchResult> {
	const lark = await openClient(this, pickerActAs(this));
	const typed = filter.trim();
	if (token?.startsWith(SEARCH)) {
		const page = await searchPage(lark, typed, token.slice(SEARCH.length));
		return page ?? { results: [] };
	}
	const found =
		typed && !token && lark.actAs === 'user' ? await searchPage(lark, typed) : undefined;
	if (found) return found;
	return await listPage(lark, typed, token).catch((error: Error) => {
		const words = REFUSALS[larkCodeOf(error) ?? 0];
		if (!words) throw error;
		const { message, description } = words;
		throw new NodeOperationError(this.getNode(), message, { description });
	});
}
