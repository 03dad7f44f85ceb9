import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type IHookFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { pickChats } from '../shared/pickers/pickChats';
import { pickUsers } from '../shared/pickers/pickUsers';
import { canVerify } from '../shared/push/secrets';
import { endLeftBehind } from '../shared/stream/leftBehind';
import { checkSettings } from '../shared/trigger/checkSettings';
import { triggerKey } from '../shared/trigger/context';
import { subtitle } from '../shared/trigger/properties';
import { readAnswerSettings } from './answer/properties';
import { catchUpAfterStart } from './catchUp/catchUp';
import { notePublished } from './catchUp/known';
import { readLookBack } from './catchUp/properties';
import { CALLBACK_WEBHOOK, EVENT_WEBHOOK, PATHS } from './callback/webhooks';
import { dropLedger } from './ledger/ledgers';
import { startOfExecution } from './ownExecution';
import { webhookTriggerProperties } from './properties';
import { receive } from './receive';
import { forgetPublished, registerPublished } from './registration/published';
import { registerTest, restoreAfterTest } from './registration/tested';
import { secretsAtStart } from './secrets';
import { checkWebhookOptions } from './siblings/properties';
import { addPublished, addTest, removeTest } from './siblings/liveTriggers';
import { remindOfOthers } from './siblings/reminder';

export class LarkTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Lark Trigger',
		name: 'larkTrigger',
		icon: { light: 'file:../../icons/lark.svg', dark: 'file:../../icons/lark.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle,
		description:
			'Starts the workflow when something happens in Lark or Feishu: a message, a card action or another event',
		eventTriggerDescription: 'Waiting for an event of Lark',
		activationMessage:
			'The workflow starts for every chosen event. If the app may change itself, its events come to this n8n already. Otherwise, save the Production URL as request URL in the Lark developer console (Events & Callbacks) now.',
		defaults: { name: 'Lark Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'larkApi', required: true }],
		webhooks: [
			{
				name: EVENT_WEBHOOK,
				httpMethod: 'POST',
				responseMode: '={{ $parameter["streamAnswer"] ? "streaming" : "onReceived" }}',
				path: PATHS[EVENT_WEBHOOK],
			},
			{
				name: CALLBACK_WEBHOOK,
				httpMethod: 'POST',
				responseMode: '={{ $parameter["callbackAnswer"] || "onReceived" }}',
				path: PATHS[CALLBACK_WEBHOOK],
				ndvHideUrl: '={{ !["lastNode", "responseNode"].includes($parameter["callbackAnswer"]) }}',
			},
		],
		triggerPanel: {
			header: 'Write to the bot, or cause another event',
			executionsHelp: {
				inactive:
					'<b>If another workflow of the app is live in this n8n</b>, click Execute step and write to the bot: the live workflow hands the event on to you. Nothing changes in the Lark developer console.<br /><br /><b>If this is the first workflow of the app</b>, click Execute step and write to the bot, if the app has the scopes application:application:patch and application:application:self_manage: the Test URL is the request URL while n8n listens. Without them, copy the Test URL (Webhook URLs), and while n8n listens save it as request URL in the Lark developer console (Events & Callbacks). Once you are happy, publish the workflow: its Production URL is saved in the same way, by itself or by you.',
				active:
					'<b>The workflow is live</b> on the Production URL. To test a change, click Execute step and write to the bot: the event comes to the live workflow and to this test. Only if n8n runs webhooks in processes of their own, copy the Test URL (Webhook URLs), save it as request URL in the Lark developer console while n8n listens, and put the Production URL back afterwards.',
			},
			activationHint: {
				inactive:
					'Click Execute step and write to the bot. If this is the first workflow of the app and the app may not change itself, copy the Test URL before: Lark accepts it only while n8n listens.',
				active:
					'The workflow is live on the Production URL. Its runs are under Executions. A test gets the next event as well.',
			},
		},
		properties: webhookTriggerProperties,
	};

	methods = { listSearch: { searchChats: pickChats, searchUsers: pickUsers } };

	webhookMethods = {
		default: {
			/** `create` runs at each activation, and looks itself at what Lark knows. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				checkSettings(this, (source) => {
					checkWebhookOptions(source);
					readAnswerSettings(source);
				});
				const secrets = await secretsAtStart(this);
				if (secrets && !canVerify(secrets)) {
					throw new NodeOperationError(
						this.getNode(),
						'Lark Trigger needs an Encrypt Key or a Verification Token to know that a request comes from Lark. Copy one from the developer console (Events & Callbacks > Encryption Strategy) into the credential, or add the scope application:application:self_manage to the app, by which the trigger reads them itself.',
						{ description: 'Without it, anybody could start this workflow.' },
					);
				}
				if (this.getMode() !== 'manual') {
					notePublished(this, readLookBack(this));
					await registerPublished(this);
				} else if (secrets) {
					addTest(this, secrets);
					await registerTest(this);
				}
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				const isTest = removeTest(this);
				if (isTest) restoreAfterTest(this);
				else {
					remindOfOthers(this);
					forgetPublished(this);
				}
				dropLedger(triggerKey(this, isTest), performance.now());
				return true;
			},
		},
	};

	/** Makes a published trigger known to the other triggers of its app in this process, from the start of n8n on. */
	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const remove = addPublished(this);
		void endLeftBehind(this);
		const endCatchUp = catchUpAfterStart(this);
		return {
			async closeFunction() {
				endCatchUp();
				remove();
			},
		};
	}

	/** Without this, n8n would also call `trigger` when a test gets its event. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await startOfExecution(this);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
