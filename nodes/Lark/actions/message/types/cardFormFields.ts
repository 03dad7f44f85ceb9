import type { INodeProperties } from 'n8n-workflow';

import { sendAsWritten } from '../../../fields/sendAsWritten';
import { buttonValues } from './cardButtonFields';
import { choicesProperty, inputValues } from './cardInputFields';

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
		displayName: 'Inputs',
		name: 'cardInputs',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		placeholder: 'Add Input',
		description: 'What people fill in on the card. Lark Trigger on Card Action gives the answers.',
		options: [{ displayName: 'Input', name: 'input', values: inputValues }],
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
	choicesProperty({
		displayName: 'Menu',
		name: 'cardMenu',
		placeholder: 'Add Menu Entry',
		description:
			'What is behind three dots beside the buttons. Choosing an entry starts the workflows that have a Lark Trigger on Card Action.',
	}),
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
