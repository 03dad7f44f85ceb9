import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { listChats, searchChats } from '../lark/chats';
import { openClient } from '../transport/openClients';
import { pickerActAs } from './pickerActAs';

const PAGE_SIZE = 50;

/** Lark finds nothing for longer keywords. */
const MAX_QUERY_LENGTH = 64;

/** Whether a chat has what the user typed in its own name; Lark finds chats by their members as well. */
export const isNamed = ({ name }: INodeListSearchItems, typed: string): boolean =>
	name.toLowerCase().includes(typed.trim().toLowerCase());

/**
 * Lists the group chats that the bot can see, a page at a time; searches on the server. Chats with
 * such a name come before those with such a member.
 *
 * @param filter what the user typed: part of a chat's name or of a member's
 * @param page_token of the page before
 * @see group/chat/list and group/chat/search; p2p chats are in neither
 */
export async function pickChats(
	this: ILoadOptionsFunctions,
	filter?: string,
	page_token?: string,
): Promise<INodeListSearchResult> {
	const lark = await openClient(this, pickerActAs(this));
	const paging = { page_size: PAGE_SIZE, page_token };
	const { items, has_more, ...next } = filter
		? await lark.call(searchChats, {
				query: { ...paging, query: filter.slice(0, MAX_QUERY_LENGTH) },
			})
		: await lark.call(listChats, { query: paging });
	const results = (items ?? []).map(({ chat_id, name }) => ({
		name: name || `Unnamed chat ${chat_id}`,
		value: chat_id ?? '',
	}));
	const rank = (chat: INodeListSearchItems) => (isNamed(chat, filter ?? '') ? 0 : 1);
	return {
		results: results.sort((a, b) => rank(a) - rank(b)),
		paginationToken: has_more ? next.page_token : undefined,
	};
}
