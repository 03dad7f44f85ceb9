import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { EVERYONE } from '../../shared/content/mention';
import { pickUsers } from '../../shared/pickers/pickUsers';

const everyone = { name: 'Everyone', value: EVERYONE };

/**
 * Lists whom a message can mention: everyone in the chat, then people, as `pickUsers`.
 *
 * @param filter what the user typed
 * @param paginationToken of the page before
 */
export async function pickMentions(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const people = await pickUsers.call(this, filter, paginationToken);
	const words = `${everyone.name} @${EVERYONE}`.toLowerCase();
	const isShown = !paginationToken && words.includes(filter.trim().toLowerCase());
	return { ...people, results: isShown ? [everyone, ...people.results] : people.results };
}
