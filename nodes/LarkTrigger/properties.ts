import type { INodeProperties } from 'n8n-workflow';

import { eventProperties, refinements } from '../shared/trigger/properties';
import { answerProperties } from './answer/properties';
import { callbackProperties } from './callback/properties';
import { siblingOptions } from './siblings/properties';

export const webhookTriggerProperties: INodeProperties[] = [
	{
		displayName:
			'Publish the workflow, and the trigger saves its URL as request URL of the app. The app needs the scopes application:application:patch and application:application:self_manage for that; App > Set Up of the Lark node then adds the events. Without these scopes, open Events & Callbacks in the <a href="https://open.feishu.cn/app" target="_blank">Feishu</a> or <a href="https://open.larksuite.com/app" target="_blank">Lark</a> developer console, add the events chosen here, and save as request URL (Webhook URLs, above) the Production URL once the workflow is published, or the Test URL while n8n listens.',
		name: 'setupNotice',
		type: 'notice',
		default: '',
	},
	...eventProperties,
	...answerProperties,
	...callbackProperties,
	...refinements,
	siblingOptions,
	{
		// n8n reads and parses the body before the node sees it, up to its own limit of 16 MB, unless
		// a node of version 1 has `options.binaryData`: then the node reads it, raw and with its own limit.
		// For a later version it would also unpack compressed bodies and write the files of a form to the disk.
		// The price is the expression by which n8n asks for the option: about 2 ms of its main thread.
		displayName: 'Body',
		name: 'options',
		type: 'hidden',
		default: { binaryData: true },
	},
];
