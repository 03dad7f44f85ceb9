import type { INodeProperties } from 'n8n-workflow';

import { chatPicker, personPicker } from '../../pickers/properties';

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
