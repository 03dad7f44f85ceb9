import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { isNamed, pickChats } from '../../shared/pickers/pickChats';
import { pickerActAs } from '../../shared/pickers/pickerActAs';
import { PEOPLE, pickPeople } from '../../shared/pickers/pickUsers';
import type { LarkClient } from '../../shared/transport/client';
import { openClient } from '../../shared/transport/openClients';

/** Tells people from chats where both are in one list. */
const asPeople = ({ results, ...page }: INodeListSearchResult): INodeListSearchResult => ({
	...page,
	results: results.map(({ name, ...person }) => ({ ...person, name: `${name} (person)` })),
});

/** Between the token of people and the token of chats; neither has a space. */
const AND = ' ';

/**
 * Lists who can get a message, a page at a time. Without the scopes for people, there are only chats.
 *
 * @param filter what the user typed
 * @param paginationToken of the page before: of chats, of people or of both
 * @see contact-v3/user/find_by_department: the root department is 0; names need a scope of their own
 */
export async function pickReceivers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const lark = await openClient(this, pickerActAs(this));
	const chats = async (token?: string) => await pickChats.call(this, filter, token);
	return filter?.trim()
		? await search(lark, chats, filter, paginationToken)
		: await listAll(lark, chats, paginationToken);
}

type ChatsPage = (token?: string) => Promise<INodeListSearchResult>;

/** First all chats, then the people directly in the root department. */
async function listAll(
	lark: LarkClient,
	chatsPage: ChatsPage,
	token?: string,
): Promise<INodeListSearchResult> {
	if (token?.startsWith(PEOPLE)) return asPeople(await pickPeople(lark, '', token));
	const chats = await chatsPage(token);
	return chats.paginationToken ? chats : withPeople(chats, await pickPeople(lark));
}

const withPeople = (chats: INodeListSearchResult, people: INodeListSearchResult) => {
	const { results, ...next } = asPeople(people);
	return { ...next, results: [...chats.results, ...results] };
};

/** Chats with such a name, then people, then chats with such a member. */
async function search(
	lark: LarkClient,
	chatsPage: ChatsPage,
	filter: string,
	token?: string,
): Promise<INodeListSearchResult> {
	if (token === undefined) {
		const [chats, found] = await Promise.all([chatsPage(), pickPeople(lark, filter)]);
		const people = asPeople(found);
		const named = chats.results.filter((chat) => isNamed(chat, filter));
		return {
			results: [...named, ...people.results, ...chats.results.slice(named.length)],
			paginationToken: joined(people.paginationToken, chats.paginationToken),
		};
	}
	if (!token.startsWith(PEOPLE)) return await chatsPage(token);
	const [ofPeople, ofChats] = token.split(AND);
	const { results, paginationToken } = asPeople(await pickPeople(lark, filter, ofPeople));
	return { results, paginationToken: joined(paginationToken, ofChats) };
}

const joined = (...tokens: unknown[]): string | undefined =>
	tokens.filter(Boolean).join(AND) || undefined;
