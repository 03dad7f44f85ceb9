import type { INodeProperties } from 'n8n-workflow';

import { answerProperty, callbackResponseProperties } from '../shared/trigger/callback/properties';
import { sharedProperties } from '../shared/trigger/properties';
import { connectionProperty } from './connectionStatus';

export const longConnectionProperties: INodeProperties[] = [
	{
		displayName:
			'n8n connects to Lark, so it needs no public address. While the workflow is published or a test listens, open Events & Callbacks in the <a href="https://open.feishu.cn/app" target="_blank">Feishu</a> or <a href="https://open.larksuite.com/app" target="_blank">Lark</a> developer console, choose to receive events through a persistent connection, add the events chosen here and publish a version. An app uses either this or a request URL.',
		name: 'setupNotice',
		type: 'notice',
		default: '',
	},
	...sharedProperties,
	answerProperty('onReceived', 'responseNode'),
	...callbackResponseProperties,
	connectionProperty,
];
