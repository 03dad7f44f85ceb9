import type { INodeProperties } from 'n8n-workflow';

/** Chosen events that Lark waits for an answer to; `*` stands for any event. */
const show = { events: ['card.action.trigger', 'url.preview.get', '*'] };

const TOAST_STYLES = [
	{ name: 'Error', value: 'error' },
	{ name: 'Info', value: 'info' },
	{ name: 'Success', value: 'success' },
	{ name: 'Warning', value: 'warning' },
];

const templateProperties: INodeProperties[] = [
	{
		displayName: 'Template ID',
		name: 'callbackTemplateId',
		type: 'string',
		displayOptions: { show: { ...show, callbackCard: ['template'] } },
		default: '',
		required: true,
		placeholder: 'e.g. AAqk1xxxxxxxx',
		description: 'ID of a published card of the Card Builder, which the app may use',
	},
	{
		displayName: 'Template Version',
		name: 'callbackTemplateVersion',
		type: 'string',
		displayOptions: { show: { ...show, callbackCard: ['template'] } },
		default: '',
		placeholder: 'e.g. 1.0.0',
		description: 'Version of the template. The latest one by default.',
	},
	{
		displayName: 'Template Variables',
		name: 'callbackTemplateVariables',
		type: 'json',
		displayOptions: { show: { ...show, callbackCard: ['template'] } },
		default: '{}',
		description: 'An object with a value for each variable of the template',
	},
];

/** How callbacks are answered. `readAnswer` and `respondMode` read it. */
export const answerProperties: INodeProperties[] = [
	{
		displayName: 'Answer Callbacks',
		name: 'callbackAnswer',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show },
		options: [
			{
				name: 'Immediately',
				value: 'onReceived',
				description: 'With the toast and card below, as soon as n8n has the callback',
			},
			{
				name: 'When Last Node Finishes',
				value: 'lastNode',
				description:
					'With the first item of the last node: { "toast": { "type": "success", "content": "Done" }, "card": { ... } }.',
			},
			{
				name: "Using 'Respond to Webhook' Node",
				value: 'responseNode',
				description:
					'With the JSON of that node. It insists on a Webhook node: connect one to it and deactivate that.',
			},
		],
		default: 'onReceived',
		description: 'How Lark gets its answer when somebody uses a card or posts a link',
	},
	{
		displayName:
			'Lark waits 3 seconds. When the workflow is slower, or its answer cannot be used, Lark gets the toast and card below. Save the URL that ends in /callback as request URL for callbacks.',
		name: 'callbackNotice',
		type: 'notice',
		displayOptions: { show: { ...show, callbackAnswer: ['lastNode', 'responseNode'] } },
		default: '',
	},
	{
		displayName: 'Toast',
		name: 'toastText',
		type: 'string',
		displayOptions: { show },
		default: '',
		placeholder: 'e.g. Thank you',
		description: 'Text that the person sees for a moment. None when empty.',
	},
	{
		displayName: 'Toast Style',
		name: 'toastType',
		type: 'options',
		displayOptions: { show },
		options: TOAST_STYLES,
		default: 'info',
	},
	{
		displayName: 'Card',
		name: 'callbackCard',
		type: 'options',
		displayOptions: { show },
		options: [
			{ name: 'None', value: 'none', description: 'The card stays as it is' },
			{ name: 'JSON', value: 'json', description: 'Card JSON as the Card Builder gives it' },
			{ name: 'Template', value: 'template', description: 'A card of the Card Builder' },
		],
		default: 'none',
		description: 'What the card becomes, or the preview of a link',
	},
	{
		displayName: 'Card JSON',
		name: 'callbackCardJson',
		type: 'json',
		displayOptions: { show: { ...show, callbackCard: ['json'] } },
		default: '{}',
		required: true,
		description: 'A card JSON 2.0 must be answered with one of 2.0',
	},
	...templateProperties,
];
