import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

/** How a thing is picked from a list, and how it is entered otherwise. */
interface LocatorTexts {
	list: { search: string; placeholder: string; hint?: string };
	typed: Pick<INodePropertyMode, 'placeholder' | 'hint'> & { displayName?: string; name?: string };
}

/**
 * The part of a property that lets something be picked from a list or entered: n8n's resource
 * locator, with the list first.
 *
 * @param list `search` is the method of the node that lists what there is
 * @param typed how it is entered; by its ID, if nothing else is said
 */
export const locator = ({ list: { search, ...list }, typed }: LocatorTexts) =>
	({
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				...list,
				typeOptions: { searchListMethod: search, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', ...typed },
		],
	}) satisfies Partial<INodeProperties>;
