import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

const askedFirst = { show: { confirm: [true] } };

const whenPressed: INodePropertyOptions[] = [
	{ name: 'Open URL', value: 'url', description: 'Opens a web page' },
	{
		name: 'Reset Form',
		value: 'reset',
		description: 'Puts the inputs of the card back to their defaults',
	},
	{
		name: 'Start Workflow',
		value: 'callback',
		description: 'Starts every published workflow with a Lark Trigger on Card Action',
	},
	{
		name: 'Submit Form',
		value: 'submit',
		description: 'The same, with all that is filled in on the card',
	},
];

/** What a button is made of. */
export const buttonValues: INodeProperties[] = [
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
		options: whenPressed,
		default: 'url',
		description: 'What happens when somebody presses the button',
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
		displayOptions: { show: { action: ['callback', 'submit'] } },
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
	{
		displayName: 'Ask for Confirmation',
		name: 'confirm',
		type: 'boolean',
		default: false,
		description: 'Whether a dialog asks before the press counts',
	},
	{
		displayName: 'Confirmation Title',
		name: 'confirmTitle',
		type: 'string',
		default: '',
		placeholder: 'e.g. Delete the release?',
		displayOptions: askedFirst,
	},
	{
		displayName: 'Confirmation Text',
		name: 'confirmText',
		type: 'string',
		default: '',
		placeholder: 'e.g. It cannot be brought back.',
		displayOptions: askedFirst,
	},
];
