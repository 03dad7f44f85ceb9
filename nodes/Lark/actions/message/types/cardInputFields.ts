import type { INodeProperties } from 'n8n-workflow';

/** The kinds of input, in the order of their names. */
const TYPES = [
	{ name: 'Checkbox', value: 'checkbox' },
	{ name: 'Date', value: 'date' },
	{ name: 'Date and Time', value: 'datetime' },
	{ name: 'Dropdown', value: 'dropdown', description: 'One of several choices' },
	{ name: 'Long Text', value: 'textarea', description: 'A text of several lines' },
	{ name: 'Multi-Select', value: 'multiSelect', description: 'Any of several choices' },
	{
		name: 'Password',
		value: 'password',
		description: 'A text that nobody else can read on the screen',
	},
	{ name: 'People', value: 'people', description: 'Several people' },
	{ name: 'Person', value: 'person', description: 'One person' },
	{ name: 'Text', value: 'text' },
	{ name: 'Time', value: 'time' },
];

const CHECKBOX = ['checkbox'];
const WRITTEN = ['text', 'textarea', 'password'];
const LISTS = ['dropdown', 'multiSelect'];
const PEOPLE = ['person', 'people'];

/** Lark takes these in a form only, so nobody is asked where they go. */
const SEVERAL = ['multiSelect', 'people'];

/** What each kind can stand at before anybody has touched it; the checkbox has a switch. */
const DEFAULTS: Array<{ types: string[]; placeholder: string; description: string }> = [
	{
		types: ['text', 'textarea'],
		placeholder: 'e.g. Family event',
		description: 'What is written there at the start',
	},
	{
		types: ['dropdown'],
		placeholder: 'e.g. annual',
		description: 'Value or text of the choice that is made at the start',
	},
	{
		types: ['multiSelect'],
		placeholder: 'e.g. annual, sick',
		description: 'Values or texts of the choices that are made at the start, separated by commas',
	},
	{
		types: ['person'],
		placeholder: 'e.g. alice@example.com',
		description: 'Who is chosen at the start: an open_id (ou_), email address or phone number',
	},
	{
		types: ['people'],
		placeholder: 'e.g. alice@example.com, ou_7d8a6e6df762',
		description:
			'Who is chosen at the start: open_ids (ou_), email addresses or phone numbers, separated by commas',
	},
	{
		types: ['date'],
		placeholder: 'e.g. 2026-04-01',
		description: 'The date at the start, as year-month-day, or an expression such as {{ $today }}',
	},
	{
		types: ['time'],
		placeholder: 'e.g. 09:30',
		description: 'The time at the start, in 24 hours, or an expression such as {{ $now }}',
	},
	{
		types: ['datetime'],
		placeholder: 'e.g. 2026-04-01 09:30',
		description:
			'Date and time at the start, as year-month-day and 24 hours, or an expression such as {{ $now }}',
	},
];

const placeholderProperty = (placeholder: string, types: string[]): INodeProperties => ({
	displayName: 'Placeholder',
	name: 'placeholder',
	type: 'string',
	default: '',
	placeholder,
	description: 'What people read in it while it is empty',
	displayOptions: { show: { type: types } },
});

const choiceValues: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		default: '',
		placeholder: 'e.g. Annual leave',
		description: 'What people read. An expression may give a list of texts, for several choices.',
	},
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		default: '',
		placeholder: 'e.g. annual',
		description: 'What Lark Trigger gives when it is chosen. The text when empty.',
	},
];

/** The choices of a list or menu, which `readChoices` of the same folder reads. */
export const choicesProperty = (labels: Partial<INodeProperties>): INodeProperties => ({
	displayName: 'Choices',
	name: 'choices',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	default: {},
	placeholder: 'Add Choice',
	options: [{ displayName: 'Choice', name: 'choice', values: choiceValues }],
	...labels,
});

/** What an input is made of, in the order in which people think of it. */
export const inputValues: INodeProperties[] = [
	{
		displayName: 'Label',
		name: 'label',
		type: 'string',
		default: '',
		placeholder: 'e.g. Reason',
		description: 'What people read above it, or beside a checkbox',
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: TYPES,
		default: 'text',
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. reason',
		description:
			'What the answer is called in form_value of the item of Lark Trigger. Different for each input of the card.',
	},
	choicesProperty({ displayOptions: { show: { type: LISTS } } }),
	{
		displayName: 'People',
		name: 'people',
		type: 'string',
		default: '',
		placeholder: 'e.g. alice@example.com, ou_7d8a6e6df762',
		description:
			'Who can be chosen: open_ids (ou_), email addresses or phone numbers, separated by commas. All members of the chat when empty.',
		displayOptions: { show: { type: PEOPLE } },
	},
	{
		displayName: 'Required',
		name: 'required',
		type: 'boolean',
		default: false,
		description: 'Whether the form can be submitted only with an answer',
		displayOptions: { hide: { type: CHECKBOX, sends: ['atOnce'] } },
	},
	...DEFAULTS.map(
		({ types, placeholder, description }): INodeProperties => ({
			displayName: 'Default',
			name: 'defaultValue',
			type: 'string',
			default: '',
			placeholder,
			description,
			displayOptions: { show: { type: types } },
		}),
	),
	{
		displayName: 'Checked',
		name: 'checked',
		type: 'boolean',
		default: false,
		description: 'Whether the box is ticked at the start',
		displayOptions: { show: { type: CHECKBOX } },
	},
	placeholderProperty('e.g. Why do you ask?', WRITTEN),
	placeholderProperty(
		'e.g. Please choose',
		TYPES.map(({ value }) => value).filter((type) => ![...WRITTEN, ...CHECKBOX].includes(type)),
	),
	{
		displayName: 'When Filled In',
		name: 'sends',
		type: 'options',
		options: [
			{ name: 'Start Workflow', value: 'atOnce', description: 'The answer is sent at once' },
			{
				name: 'Wait for Submit',
				value: 'withForm',
				description: 'The answer is sent with all others when the form is submitted',
			},
		],
		default: 'withForm',
		description:
			'Whether the answer starts the workflows that have a Lark Trigger on Card Action, or waits until the form is submitted',
		displayOptions: { hide: { type: SEVERAL } },
	},
];
