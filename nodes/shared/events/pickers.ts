import type { INodeProperties } from 'n8n-workflow';

/** A person, picked by name or entered as ID. */
export const personPicker: INodeProperties = {
	displayName: 'Person',
	name: 'id',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchUsers', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706',
			hint: 'open_id (ou_...), union_id (on_...) or user_id',
		},
	],
};

/** A group. */
const chatPicker: INodeProperties = {
	displayName: 'Group',
	name: 'id',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchChats', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. oc_a0553eda9014c201e6969b478895c230',
		},
	],
};

/** A list of pickers; `readIds` reads it. */
export function pickers(
	picker: INodeProperties,
	rest: Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'displayOptions'>,
): INodeProperties {
	return {
		type: 'fixedCollection',
		placeholder: `Add ${picker.displayName}`,
		default: {},
		typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${picker.displayName}` },
		options: [
			{
				displayName: picker.displayName,
				name: 'values',
				values: [picker],
			},
		],
		...rest,
	};
}

/** Shown when direct chats are for selected people. */
export const directPeople = (displayOptions: INodeProperties['displayOptions']) =>
	pickers(personPicker, {
		displayName: 'Selected People',
		name: 'directPeople',
		description: 'Who can start the workflow in a direct chat',
		displayOptions,
	});

/** Shown when groups are selected. */
export const groups = (displayOptions: INodeProperties['displayOptions']) =>
	pickers(chatPicker, {
		displayName: 'Selected Groups',
		name: 'groups',
		description: 'Where people can start the workflow',
		displayOptions,
	});
