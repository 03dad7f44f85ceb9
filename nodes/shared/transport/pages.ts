import type { IDataObject } from 'n8n-workflow';

import type { LarkData, LarkListItem, LarkRequest, SdkMethod } from './endpoint';

interface Page<Item> {
	items?: Item[];
	has_more?: boolean;
	page_token?: string;
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
 * @param call asks for one page
 */
export async function readPages<Method extends SdkMethod>(
	request: LarkRequest<Method>,
	{ pageSize, limit = Infinity }: Pages,
	call: (request: LarkRequest<Method>) => Promise<LarkData<Method>>,
): Promise<Array<LarkListItem<Method>>> {
	const records: Array<LarkListItem<Method>> = [];
	let page_token: string | undefined;
	do {
		const { query } = request as { query?: IDataObject };
		const page_size = pageSize && Math.min(pageSize, limit - records.length);
		const page = (await call({
			...request,
			query: { page_size, ...query, page_token },
		})) as Page<LarkListItem<Method>>;
		records.push(...(page.items ?? []));
		const next = page.has_more ? page.page_token : undefined;
		page_token = next === page_token ? undefined : next;
	} while (page_token && records.length < limit);
	return records.slice(0, limit);
}
