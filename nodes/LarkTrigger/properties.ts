import type { INodeProperties } from 'n8n-workflow';

import { eventProperties, refinements } from '../shared/trigger/properties';
import { answerProperties } from './answer/properties';
import { callbackProperties } from './callback/properties';
import { siblingOptions } from './siblings/properties';

export const webhookTriggerProperties: INodeProperties[] = [
	{
		displayName:
			'If the app has the scopes application:application:patch and application:application:self_manage, the trigger saves its URL as request URL by itself when the workflow is published, and App > Set Up of the Lark node adds the events. Without them: in the <a href="https://open.feishu.cn/app" target="_blank">Feishu</a> or <a href="https://open.larksuite.com/app" target="_blank">Lark</a> developer console, open Events & Callbacks, add the events chosen here and save the Production URL (Webhook URLs, above) as request URL. For a test before the first workflow of the app is live, save the Test URL while n8n listens.',
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
