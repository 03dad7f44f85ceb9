import type { INodeProperties } from 'n8n-workflow';

/** What stands in a picker of people, and which list it searches. */
interface PersonTexts {
	placeholder: string;
	hint: string;
	list?: { placeholder: string; method: string };
}

const PEOPLE = { placeholder: 'Select a person...', method: 'searchUsers' };

/** A person, picked by name or entered in any way that Lark knows: a part of a property. */
export const personLocator = ({ placeholder, hint, list = PEOPLE }: PersonTexts) =>
	({
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: list.placeholder,
				hint: 'Not in the list? Choose ID, Email or Phone.',
				typeOptions: { searchListMethod: list.method, searchable: true },
			},
			{ displayName: 'ID, Email or Phone', name: 'address', type: 'string', placeholder, hint },
		],
	}) satisfies Partial<INodeProperties>;
