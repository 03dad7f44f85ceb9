import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
} from 'n8n-workflow';

import { pickChats } from '../shared/pickers/pickChats';
import { pickUsers } from '../shared/pickers/pickUsers';
import { subtitle } from '../shared/trigger/properties';
import { listen } from './listen';
import { longConnectionProperties } from './properties';

export class LarkLongConnectionTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Lark Long Connection Trigger',
		name: 'larkLongConnectionTrigger',
		icon: { light: 'file:../../icons/lark.svg', dark: 'file:../../icons/lark.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle,
		description:
			'Starts the workflow when something happens in Lark or Feishu. n8n needs no public address.',
		eventTriggerDescription: 'Waiting for an event over the long connection',
		activationMessage:
			'n8n is connected. If this is new for the app, open Events & Callbacks in the Lark developer console now: choose the persistent connection, add the events and publish a version.',
		defaults: { name: 'Lark Long Connection Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'larkApi', required: true }],
		triggerPanel: {
			header: 'Write to the bot, or cause another event',
			executionsHelp: {
				inactive:
					'<b>While building</b>, click Execute step. While n8n listens, choose to receive events through a persistent connection in the Lark developer console (Events & Callbacks), once for the app. Then write to the bot.<br /><br /><b>Once you are happy</b>, publish the workflow. The choice in the console stays.',
				active:
					'<b>The workflow is live.</b> To test a change, click Execute step and write to the bot: the test and the published workflow both get the event.',
			},
			activationHint: {
				inactive:
					'While n8n listens, write to the bot. The first time, choose the persistent connection in the developer console (Events & Callbacks) as soon as n8n listens, then write. When all works, publish the workflow.',
				active:
					'The workflow is live. Its runs are under Executions. If there are none: in the developer console (Events & Callbacks), choose the persistent connection, add the events and publish a version.',
			},
		},
		properties: longConnectionProperties,
	};

	methods = { listSearch: { searchChats: pickChats, searchUsers: pickUsers } };

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return await listen(this);
	}
}
