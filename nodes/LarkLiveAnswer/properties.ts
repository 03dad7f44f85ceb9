import { NodeConnectionTypes, type INodeProperties } from 'n8n-workflow';

import { answerOptions } from '../shared/stream/answerProperties';

export const liveAnswerProperties: INodeProperties[] = [
	{
		displayName:
			'Place this between the chat model and the AI Agent or chain: the answer appears in Lark while the model writes it. No step is needed to send it. The app needs the scopes im:message:send_as_bot and cardkit:card:write.',
		name: 'setupNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		default: '={{ $json.message_id }}',
		required: true,
		placeholder: 'e.g. om_dc13264520392913993dd051dba21dcf',
		description:
			'The message that is answered. When this is empty, it is the message that has started the workflow.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: answerOptions,
	},
];

export const MODEL = NodeConnectionTypes.AiLanguageModel;
