import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { findEmoji } from '../fields/emoji';

/**
 * Lists Lark's emoji, without asking Lark.
 *
 * @param filter what the user typed: part of a name or code
 */
export async function pickEmoji(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const results = findEmoji(filter).map(({ code, name }) => ({ name, value: code }));
	return { results };
}
