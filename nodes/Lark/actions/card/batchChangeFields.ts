import type { INodeProperties } from 'n8n-workflow';

import { elementPosition } from '../../fields/cardEntity';
import { shownFor } from '../../fields/shownFor';

/** What a change of a batch can do. */
export const BATCH_ACTIONS = [
	{ name: 'Add Text', value: 'add', description: 'A new text element' },
	{ name: 'Delete Elements', value: 'delete', description: 'With everything in them' },
	{ name: 'Other Action', value: 'json', description: 'Any action of Lark, as JSON' },
	{ name: 'Update Settings', value: 'settings', description: 'Streaming mode and preview' },
	{ name: 'Update Text', value: 'text', description: 'The whole text of a text element' },
];

/** What becomes of the streaming mode. */
export const STREAMING_CHOICES = [
	{ name: 'Leave as It Is', value: 'keep' },
	{ name: 'Turn Off', value: 'off' },
	{ name: 'Turn On', value: 'on' },
];

const action = (name: string, property: INodeProperties) =>
	shownFor({ action: [name] }, [property]);

/** What the user fills in for a change; `batchChanges` reads it. */
export const batchChangeValues: INodeProperties[] = [
	{
		displayName: 'Action',
		name: 'action',
		type: 'options',
		options: BATCH_ACTIONS,
		default: 'text',
	},
	...action('text', {
		displayName: 'Element ID',
		name: 'elementId',
		type: 'string',
		default: '',
		placeholder: 'e.g. body',
		description: 'The element_id of the text in the card',
	}),
	...action('delete', {
		displayName: 'Element IDs',
		name: 'elementIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. status, buttons',
		description: 'The element_id of each element, with commas between them',
	}),
	...action('add', { ...elementPosition.property, noDataExpression: undefined }),
	...shownFor({ action: ['add'], position: ['insert_after', 'insert_before'] }, [
		{
			displayName: 'Target Element ID',
			name: 'targetElementId',
			type: 'string',
			default: '',
			placeholder: 'e.g. body',
			description: 'The element_id of the element beside which the text stands',
		},
	]),
	...shownFor({ action: ['add', 'text'] }, [
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. **Done** at 10:42',
			description: 'In Markdown',
		},
	]),
	...action('add', {
		displayName: 'New Element ID',
		name: 'newElementId',
		type: 'string',
		default: '',
		placeholder: 'e.g. status',
		description: 'By which the text can be changed later',
	}),
	...action('settings', {
		displayName: 'Streaming Mode',
		name: 'streamingMode',
		type: 'options',
		options: STREAMING_CHOICES,
		default: 'off',
	}),
	...action('settings', {
		displayName: 'Preview',
		name: 'summary',
		type: 'string',
		default: '',
		placeholder: 'e.g. The deploy is done',
		description: 'What the list of chats shows of the card',
	}),
	...action('json', {
		displayName: 'Action JSON',
		name: 'json',
		type: 'json',
		default: '{\n  "action": "update_element",\n  "params": {}\n}',
		description: 'Action and params, as in the documentation of Lark',
	}),
];
