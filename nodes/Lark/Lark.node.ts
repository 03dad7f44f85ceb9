import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { pickChats } from '../shared/pickers/pickChats';
import { pickDepartments } from '../shared/pickers/pickDepartments';
import { pickUsers } from '../shared/pickers/pickUsers';
import { sendAndWaitWebhooks, WAITING_TOOLTIP } from './actions/message/sendAndWait/description';
import { sendAndWaitWebhook } from './actions/message/sendAndWait/webhook';
import { buildProperties } from './description/properties';
import { resources } from './description/resources';
import { pickChatMenuItems, pickChatMenus } from './methods/pickChatMenus';
import { pickChatTabs } from './methods/pickChatTabs';
import { pickEmoji } from './methods/pickEmoji';
import { pickMentions } from './methods/pickMentions';
import { pickReceivers } from './methods/pickReceivers';
import { pickSlashCommands } from './methods/pickSlashCommands';
import { router } from './run/router';

export class Lark implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Lark',
		name: 'lark',
		icon: { light: 'file:../../icons/lark.svg', dark: 'file:../../icons/lark.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send and manage messages, chats, members and files in Lark and Feishu',
		defaults: { name: 'Lark' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		webhooks: sendAndWaitWebhooks,
		waitingNodeTooltip: WAITING_TOOLTIP,
		// The slash matters: without it, the editor hides Act As, and Resource and Operation with it.
		credentials: [
			{
				name: 'larkApi',
				required: true,
				displayOptions: { hide: { '/authentication': ['user', 'groupBot'] } },
			},
			{
				name: 'larkOAuth2Api',
				required: true,
				displayOptions: { show: { '/authentication': ['user'] } },
			},
			{
				name: 'larkGroupBotApi',
				required: true,
				displayOptions: { show: { '/authentication': ['groupBot'] } },
			},
		],
		properties: buildProperties(resources),
	};

	methods = {
		listSearch: {
			searchChatMenuItems: pickChatMenuItems,
			searchChatMenus: pickChatMenus,
			searchChatTabs: pickChatTabs,
			searchChats: pickChats,
			searchDepartments: pickDepartments,
			searchEmoji: pickEmoji,
			searchMentions: pickMentions,
			searchReceivers: pickReceivers,
			searchSlashCommands: pickSlashCommands,
			searchUsers: pickUsers,
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await sendAndWaitWebhook.call(this);
	}
}
