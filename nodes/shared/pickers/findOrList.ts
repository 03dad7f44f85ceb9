import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

export const PAGE_SIZE = 50;

/** So many pages of a list are read at a time to find what the user typed. */
const MAX_PAGES = 10;

/** What the token of a page that Lark has searched starts with; any other token is one of the list. */
const SEARCHED = 'search:';

interface Page<Found> {
	found: Found[];
	/** Token of the next page. */
	next?: string;
}

/** What Lark searches by name for a person, and only lists for the bot. */
export interface Searchable<Found> {
	search(query: string, token?: string): Promise<Page<Found>>;
	list(token?: string): Promise<Page<Found>>;
	/** What is shown; undefined for what has no name. */
	asItem(found: Found): INodeListSearchItems | undefined;
	/** In which of its words the user's are looked for, in a list. */
	words(found: Found): Array<string | undefined>;
}

/**
 * Makes a page of a picker. Lark's own search is asked for a person; what it refuses or does not find is
 * looked for in the list, as for the bot.
 *
 * @param filter what the user typed
 * @param token of the page before
 * @throws what `list` throws
 */
export async function findOrList<Found>(
	{ search, list, asItem, words }: Searchable<Found>,
	isPerson: boolean,
	filter = '',
	token?: string,
): Promise<INodeListSearchResult> {
	const typed = filter.trim();
	const itemsOf = (found: Found[]) => found.map(asItem).filter((item) => item !== undefined);

	const isSearched = token?.startsWith(SEARCHED);
	if (isSearched || (isPerson && typed && !token)) {
		const page = await search(typed, token?.slice(SEARCHED.length)).catch(() => undefined);
		const results = itemsOf(page?.found ?? []);
		if (results.length > 0 || isSearched) {
			return { results, paginationToken: page?.next && SEARCHED + page.next };
		}
	}

	const results: INodeListSearchItems[] = [];
	let next = token;
	for (let read = 0; read < MAX_PAGES && results.length < PAGE_SIZE; read++) {
		const page = await list(next);
		const wanted = typed.toLowerCase();
		results.push(
			...itemsOf(
				page.found.filter((each) =>
					words(each).some((word) => word?.toLowerCase().includes(wanted)),
				),
			),
		);
		next = page.next;
		if (!next) break;
	}
	return { results, paginationToken: next };
}

/** The token of the next page, when there is one: Lark gives tokens for pages that do not exist. */
export const nextOf = (answer: { has_more?: boolean; page_token?: string }): string | undefined =>
	answer.has_more ? answer.page_token || undefined : undefined;
