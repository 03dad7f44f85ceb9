import type { INodeProperties } from 'n8n-workflow';

import { locator } from './locator';

/** A group chat, picked by its name or entered as chat_id; `searchChats` lists them. */
export const chatPicker: INodeProperties = {
	displayName: 'Group',
	name: 'id',
	...locator({
		list: {
			search: 'searchChats',
			placeholder: 'Select a chat...',
			hint: 'Lists the groups that the bot is in. Not in the list? Add the bot to the group.',
		},
		typed: { placeholder: 'e.g. oc_a0553eda9014c201e6969b478895c230' },
	}),
};

/** A person, picked by name or entered as ID; `searchUsers` lists them. */
export const personPicker: INodeProperties = {
	displayName: 'Person',
	name: 'id',
	...locator({
		list: { search: 'searchUsers', placeholder: 'Select a person...' },
		typed: {
			placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706',
			hint: 'An open_id (ou_), union_id (on_) or user_id',
		},
	}),
};

/** A department, picked by name or entered as ID; `searchDepartments` lists them. */
export const departmentPicker: INodeProperties = {
	displayName: 'Department',
	name: 'id',
	...locator({
		list: {
			search: 'searchDepartments',
			placeholder: 'Select a department...',
			hint: 'Not in the list? Choose By ID.',
		},
		typed: {
			placeholder: 'e.g. od-4e6ac4d14bcd5071a37a39de902c7141',
			hint: 'An open_department_id (od-) or department_id. 0 is the root department.',
		},
	}),
};
