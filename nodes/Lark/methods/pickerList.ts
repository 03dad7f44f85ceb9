import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { isNamed } from '../../shared/pickers/pickChats';

/**
 * Makes the list of a picker from everything there is.
 *
 * @param filter what the user typed: part of a name
 */
export const pickerList = (
	entries: INodeListSearchItems[],
	filter = '',
): INodeListSearchResult => ({
	results: entries.filter((entry) => entry.value !== '' && isNamed(entry, filter)),
});
