import type { INodeProperties } from 'n8n-workflow';

import { ANY_EVENT } from '../shared/events/catalog';
import { MESSAGE_RECEIVED } from '../shared/events/message';
import { answerProperty, callbackResponseProperties } from '../shared/trigger/callback/properties';
import { eventProperties, refinements } from '../shared/trigger/properties';
import { connectionProperty } from './connectionStatus';

export const longConnectionProperties: INodeProperties[] = [
	{
		displayName:
			'n8n connects to Lark, so it needs no public address. While the workflow is published or a test listens, open Events & Callbacks in the <a href="https://open.feishu.cn/app" target="_blank">Feishu</a> or <a href="https://open.larksuite.com/app" target="_blank">Lark</a> developer console, choose to receive events through a persistent connection, add the events chosen here and publish a version. An app uses either this or a request URL.',
		name: 'setupNotice',
		type: 'notice',
		default: '',
	},
	...eventProperties,
	{
		displayName:
			'To show what an AI Agent writes while it is being written, place a Lark Live Answer node between the chat model and the agent.',
		name: 'liveAnswerNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { events: [MESSAGE_RECEIVED, ANY_EVENT] } },
	},
	answerProperty('onReceived', 'responseNode'),
	...callbackResponseProperties,
	connectionProperty,
	...refinements,
];
