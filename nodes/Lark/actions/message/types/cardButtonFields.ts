import type { INodeProperties } from 'n8n-workflow';

const askedFirst = { show: { confirm: [true] } };

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
		options: [
			{ name: 'Open URL', value: 'url' },
			{ name: 'Reset Form', value: 'reset' },
			{ name: 'Start Workflow', value: 'callback' },
			{ name: 'Submit Form', value: 'submit' },
		],
		default: 'url',
		description:
			'Whether the button opens a web page, starts the workflows that have a Lark Trigger on Card Action, alone or with all that is filled in, or puts the inputs back to their defaults',
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
