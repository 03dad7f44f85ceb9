import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { pickChats } from '../../shared/pickers/pickChats';
import { pickerActAs } from '../../shared/pickers/pickerActAs';
import { PEOPLE, pickPeople } from '../../shared/pickers/pickUsers';
import { openClient } from '../../shared/transport/openClients';

/** Tells people from chats where both are in one list. */
const asPeople = ({ results, ...page }: INodeListSearchResult): INodeListSearchResult => ({
	...page,
	results: results.map(({ name, ...person }) => ({ ...person, name: `${name} (person)` })),
});

/**
 * Lists who can get a message, a page at a time: first the chats, as `pickChats`, then the people
 * directly in the root department. Without the scopes for people, there are only chats.
 *
 * @param filter what the user typed
 * @param paginationToken of the page before: of chats or of people
 * @see contact-v3/user/find_by_department: the root department is 0; names need a scope of their own
 */
export async function pickReceivers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const lark = await openClient(this, pickerActAs(this));
	if (paginationToken?.startsWith(PEOPLE)) {
		return asPeople(await pickPeople(lark, filter, paginationToken));
	}
	const chats = await pickChats.call(this, filter, paginationToken);
	if (chats.paginationToken) return chats;
	// The editor does not ask for a next page that a short list leaves room for, when it is filtered.
	const people = asPeople(await pickPeople(lark, filter));
	return { ...people, results: [...chats.results, ...people.results] };
}
