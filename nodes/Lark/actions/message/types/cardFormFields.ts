import type { INodeProperties } from 'n8n-workflow';

import { sendAsWritten } from '../../../fields/sendAsWritten';

const COLORS = [
	'Blue',
	'Carmine',
	'Default',
	'Green',
	'Grey',
	'Indigo',
	'Orange',
	'Purple',
	'Red',
	'Turquoise',
	'Violet',
	'Wathet',
	'Yellow',
];

const fieldValues: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Service',
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. checkout',
	},
	{
		displayName: 'Short',
		name: 'short',
		type: 'boolean',
		default: true,
		description: 'Whether the field may stand beside another short one',
	},
];

const buttonValues: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		default: '',
		placeholder: 'e.g. Open dashboard',
	},
	{
		displayName: 'When Pressed',
		name: 'action',
		type: 'options',
		options: [
			{ name: 'Open URL', value: 'url' },
			{ name: 'Start Workflow', value: 'callback' },
		],
		default: 'url',
		description:
			'Whether the button opens a web page, or starts the workflows that have a Lark Trigger on Card Action',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com',
		displayOptions: { show: { action: ['url'] } },
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. {"decision": "approve"}',
		description:
			'What Lark Trigger gives as value: a text or a JSON object. The text of the button when empty.',
		displayOptions: { show: { action: ['callback'] } },
	},
	{
		displayName: 'Style',
		name: 'style',
		type: 'options',
		options: [
			{ name: 'Danger', value: 'danger' },
			{ name: 'Default', value: 'default' },
			{ name: 'Primary', value: 'primary' },
		],
		default: 'default',
	},
];

/** What the user fills in for a card without JSON; `readCardForm` reads them. */
export const cardFormProperties: INodeProperties[] = [
	{
		displayName: 'Title',
		name: 'cardTitle',
		type: 'string',
		default: '',
		placeholder: 'e.g. Error rate above 5 %',
	},
	{
		displayName: 'Color',
		name: 'cardColor',
		type: 'options',
		options: COLORS.map((name) => ({ name, value: name.toLowerCase() })),
		default: 'blue',
		description: 'Color of the title',
	},
	{
		displayName: 'Body',
		name: 'cardBody',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. **checkout** fails since 10:42',
		description: 'Text in Markdown, with headings, lists, code and up to 3 tables',
	},
	{
		displayName: 'Fields',
		name: 'cardFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		placeholder: 'Add Field',
		options: [{ displayName: 'Field', name: 'field', values: fieldValues }],
	},
	{
		displayName: 'Buttons',
		name: 'cardButtons',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		placeholder: 'Add Button',
		options: [{ displayName: 'Button', name: 'button', values: buttonValues }],
	},
];

/** What else a card without JSON can have, under Options. */
export const cardFormOptions: INodeProperties[] = [
	{
		displayName: 'Image Key',
		name: 'cardImageKey',
		type: 'string',
		default: '',
		placeholder: 'e.g. img_v3_02ab_7ea74629-9191-4176',
		description: 'Key of an image that this app has uploaded, to show below the body',
	},
	{
		displayName: 'Note',
		name: 'cardNote',
		type: 'string',
		default: '',
		placeholder: 'e.g. Sent by the monitoring',
		description: 'Small text at the bottom',
	},
	sendAsWritten.property,
];
