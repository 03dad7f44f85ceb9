import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { listChildDepartments, searchDepartments } from '../lark/departments';
import type { LarkClient } from '../transport/client';
import { larkCodeOf } from '../transport/larkCode';
import { openClient } from '../transport/openClients';
import { findOrList, nextOf, PAGE_SIZE, type Searchable } from './findOrList';
import { pickerActAs } from './pickerActAs';

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

/** Departments as Lark searches and lists them. Without contact:department.base:readonly, it gives no names. */
const departmentsOf = (lark: LarkClient): Searchable<DepartmentRecord> => ({
	async search(query, page_token) {
		const page = { page_size: PAGE_SIZE, page_token };
		const { items = [], ...next } = await lark.call(searchDepartments, {
			query: page,
			body: { query },
		});
		return { found: items, next: nextOf(next) };
	},
	async list(page_token) {
		const { items = [], ...next } = await lark.call(listChildDepartments, {
			path: { department_id: '0' },
			query: { fetch_child: true, page_size: PAGE_SIZE, page_token },
		});
		return { found: items, next: nextOf(next) };
	},
	asItem: ({ name, open_department_id: value = '' }) => ({
		name: name || `${value} (its name needs the scope contact:department.base:readonly)`,
		value,
	}),
	words: ({ name, open_department_id }) => [name, open_department_id],
});

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
	filter?: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const lark = await openClient(this, pickerActAs(this));
	const found = findOrList(departmentsOf(lark), lark.actAs === 'user', filter, token);
	return await found.catch((error: Error) => {
		const words = REFUSALS[larkCodeOf(error) ?? 0];
		if (!words) throw error;
		const { message, description } = words;
		throw new NodeOperationError(this.getNode(), message, { description });
	});
}
