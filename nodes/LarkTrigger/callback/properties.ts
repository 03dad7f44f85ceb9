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
					'With the JSON of the last node: { "toast": { "type": "success", "content": "Done" }, "card": { ... } }',
			},
			{
				name: 'Using Answer Card',
				value: 'responseNode',
				description: 'With what the operation Answer Card of a Lark node in this workflow says',
			},
		],
		default: 'onReceived',
		description: 'How Lark gets its answer when somebody uses a card or posts a link',
	},
	{
		displayName:
			'In the developer console, save the URL that ends in /callback as request URL for callbacks. Lark waits 3 seconds: when the workflow is slower, or its answer cannot be used, Lark gets the toast and card below.',
		name: 'callbackNotice',
		type: 'notice',
		displayOptions: { show: { ...forCallbacks, callbackAnswer: ['lastNode', 'responseNode'] } },
		default: '',
	},
	...callbackResponseProperties,
];
