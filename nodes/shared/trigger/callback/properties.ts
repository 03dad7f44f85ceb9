import type { INodeProperties } from 'n8n-workflow';

import { TOAST_STYLES } from '../../content/toast';
import { ANY_EVENT, CALLBACKS } from '../../events/catalog';

/** Shown when callbacks can come: events that Lark waits for a response to. */
export const forCallbacks = { events: [...CALLBACKS, ANY_EVENT] };

/** Who can give the response to a callback, by n8n's names for it. */
const ANSWERS = {
	onReceived: {
		name: 'Immediately',
		description: 'With the toast and card below, as soon as n8n has the callback',
	},
	lastNode: {
		name: 'When Last Node Finishes',
		description:
			'With the JSON of the last node: { "toast": { "type": "success", "content": "Done" }, "card": { ... } }',
	},
	responseNode: {
		name: 'Using Answer Card',
		description: 'With what the operation Answer Card of a Lark node in this workflow says',
	},
};

/** The choice of who gives the response, among those that a trigger can wait for. */
export const answerProperty = (...offered: Array<keyof typeof ANSWERS>): INodeProperties => ({
	displayName: 'Answer Callbacks',
	name: 'callbackAnswer',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: forCallbacks },
	options: offered.map((value) => ({ ...ANSWERS[value], value })),
	default: 'onReceived',
	description: 'How Lark gets its answer when somebody uses a card or posts a link',
});

const templateProperties: INodeProperties[] = [
	{
		displayName: 'Template ID',
		name: 'callbackTemplateId',
		type: 'string',
		displayOptions: { show: { ...forCallbacks, callbackCard: ['template'] } },
		default: '',
		required: true,
		placeholder: 'e.g. AAqk1xxxxxxxx',
		description: 'ID of a published card of the Card Builder, which the app may use',
	},
	{
		displayName: 'Template Version',
		name: 'callbackTemplateVersion',
		type: 'string',
		displayOptions: { show: { ...forCallbacks, callbackCard: ['template'] } },
		default: '',
		placeholder: 'e.g. 1.0.0',
		description: 'Version of the template. The latest one by default.',
	},
	{
		displayName: 'Template Variables',
		name: 'callbackTemplateVariables',
		type: 'json',
		displayOptions: { show: { ...forCallbacks, callbackCard: ['template'] } },
		default: '{}',
		description: 'An object with a value for each variable of the template',
	},
];

/** The response to callbacks as it is written in the trigger: a toast, a card. `readCallbackResponse` reads it. */
export const callbackResponseProperties: INodeProperties[] = [
	{
		displayName: 'Toast',
		name: 'toastText',
		type: 'string',
		displayOptions: { show: forCallbacks },
		default: '',
		placeholder: 'e.g. Thank you',
		description: 'Text that the person sees for a moment. None when empty.',
	},
	{
		displayName: 'Toast Style',
		name: 'toastType',
		type: 'options',
		displayOptions: { show: { ...forCallbacks, toastText: [{ _cnd: { not: '' } }] } },
		options: TOAST_STYLES,
		default: 'info',
	},
	{
		displayName: 'Card',
		name: 'callbackCard',
		type: 'options',
		displayOptions: { show: forCallbacks },
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
		displayOptions: { show: { ...forCallbacks, callbackCard: ['json'] } },
		default: '{}',
		required: true,
		description: 'A card JSON 2.0 must be answered with one of 2.0',
	},
	...templateProperties,
];
