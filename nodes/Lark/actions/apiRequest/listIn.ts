import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';

/** What a page has beside its list. */
const OF_PAGES = ['has_more', 'page_token', 'next_page_token'];

/**
 * Takes the records out of a page of any API: its `items`, or else the only list that it has. A page
 * without a list has no records when it has the fields of pages: many APIs leave out or write as null what is empty.
 *
 * @throws InputError when there is no list, or several
 */
export function listIn(page: IDataObject): IDataObject[] {
	const lists = Object.entries(page).filter(([, value]) => Array.isArray(value));
	const [, records] =
		lists.find(([name]) => name === 'items') ?? (lists.length === 1 ? lists[0] : []);
	if (records) return records as IDataObject[];
	if (lists.length === 0 && OF_PAGES.some((name) => name in page)) return [];
	const names = Object.keys(page).join(', ');
	throw new InputError(
		lists.length === 0
			? 'Pagination finds no list in the response'
			: `Pagination finds several lists in the response: ${lists.map(([name]) => name).join(', ')}`,
		`Remove the option Pagination to get the response as it is. It has ${names || 'no fields'}.`,
	);
}
