import { createHash } from 'node:crypto';

import { invalidPageToken, invalidParameter } from './checks';
import type { Call } from './handler';

/** The fields of the query that choose a page. */
export interface PageQuery {
	page_size?: number;
	page_token?: string;
}

type PagedCall = Call<{ query: PageQuery }>;

export interface Page<T> {
	items: T[];
	/** Absent on the last page. */
	page_token?: string;
	has_more: boolean;
}

/** Where the contract names none. */
const DEFAULT_PAGE_SIZE = 20;

/**
 * Cuts one page out of a list. The opaque page_token belongs to one API, app and set of filters: Lark
 * refuses a token together with another sort order, so do we.
 *
 * @throws LarkError with the endpoint's own "invalid parameter" code for a wrong page_token or page_size
 */
export function paginate<T>(call: PagedCall, items: T[]): Page<T> {
	const { page_size: size = DEFAULT_PAGE_SIZE } = call.query;
	if (size < 1) throw invalidParameter(call.endpoint, 'invalid page_size');
	const offset = readToken(call);
	const end = offset + size;
	const hasMore = end < items.length;
	return {
		items: items.slice(offset, end),
		...(hasMore && { page_token: writeToken(call, end) }),
		has_more: hasMore,
	};
}

function readToken(call: PagedCall): number {
	const token = call.query.page_token;
	if (!token) return 0;
	const offset = Number(Buffer.from(token, 'base64url').toString().split(':')[1]);
	if (token !== writeToken(call, offset)) {
		throw invalidPageToken(call.endpoint);
	}
	return offset;
}

function writeToken(call: PagedCall, offset: number): string {
	const { page_token: _token, page_size: _size, ...filters } = call.query;
	const list = [
		call.endpoint.id,
		call.app.appId,
		call.user?.userId,
		call.params,
		Object.entries(filters).sort(),
	];
	const seal = createHash('sha256')
		.update(JSON.stringify([...list, offset]))
		.digest('base64url');
	return Buffer.from(`${seal}:${offset}`).toString('base64url');
}
