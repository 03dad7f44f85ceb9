import type { INodeProperties } from 'n8n-workflow';

import {
	answerProperty,
	callbackResponseProperties,
	forCallbacks,
} from '../../shared/trigger/callback/properties';

/** How callbacks are answered. `respondMode` and `readAnswer` read it. */
export const callbackProperties: INodeProperties[] = [
	answerProperty('onReceived', 'lastNode', 'responseNode'),
	{
		displayName:
			'Lark waits 3 seconds: when the workflow is slower, or its answer cannot be used, Lark gets the toast and card below. For the fastest answers, save the Webhook URL that ends in /callback as request URL of the callbacks in the developer console.',
		name: 'callbackNotice',
		type: 'notice',
		displayOptions: { show: { ...forCallbacks, callbackAnswer: ['lastNode', 'responseNode'] } },
		default: '',
	},
	...callbackResponseProperties,
];
