import type { INodeProperties } from 'n8n-workflow';

import { callbackResponseProperties, forCallbacks } from '../../shared/trigger/callback/properties';

/** How callbacks are answered. `respondMode` and `readAnswer` read it. */
export const callbackProperties: INodeProperties[] = [
	{
		displayName: 'Answer Callbacks',
		name: 'callbackAnswer',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: forCallbacks },
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
		displayOptions: { show: { ...forCallbacks, callbackAnswer: ['lastNode', 'responseNode'] } },
		default: '',
	},
	...callbackResponseProperties,
];
