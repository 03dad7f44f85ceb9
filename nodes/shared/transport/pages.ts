import type { IDataObject } from 'n8n-workflow';

import type { PreparedRequest } from './request';

interface Page extends IDataObject {
	items?: IDataObject[];
	has_more?: boolean;
	page_token?: string;
	/** As some APIs call it. */
	next_page_token?: string;
}

/** What is wanted of a list. */
export interface Pages {
	/** The most that the endpoint takes as page_size; by default what the query says. */
	pageSize?: number;
	/** How many records are wanted; all of them by default. */
	limit?: number;
}

/**
 * Reads a list page by page until there are enough records or no further page.
 *
 * @param send asks for one page
 * @param recordsOf takes the records out of a page, by default from `items`
 */
export async function readPages(
	request: PreparedRequest,
	{ pageSize, limit = Infinity }: Pages,
	send: (request: PreparedRequest) => Promise<IDataObject>,
	recordsOf: (page: IDataObject) => IDataObject[] = ({ items }) => (items ?? []) as IDataObject[],
): Promise<IDataObject[]> {
	const records: IDataObject[] = [];
	// The page that the request begins with, if it names one.
	let page_token = request.query?.page_token;
	do {
		const page_size = pageSize && Math.min(pageSize, limit - records.length);
		const query = { page_size, ...request.query, page_token };
		const page = (await send({ ...request, query })) as Page;
		for (const record of recordsOf(page)) records.push(record);
		const next = page.has_more === false ? undefined : (page.page_token ?? page.next_page_token);
		page_token = next === page_token ? undefined : next;
	} while (page_token && records.length < limit);
	return records.slice(0, limit);
}
