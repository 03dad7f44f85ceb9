import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { sendByGroupBot } from '../nodes/shared/lark/groupBot';
import { isObject } from '../nodes/shared/objects';
import { fillPath } from '../nodes/shared/transport/endpoint';
import { LarkFailure } from '../nodes/shared/transport/failure';
import { signedBody, webhookBaseUrl, webhookValues } from '../nodes/shared/transport/webhook';

/** What the answers to the test say about the credential, by Lark's code. */
const REFUSALS: Record<number, string> = {
	11232:
		'Lark gets too many requests at the moment, so that the credential cannot be tested. Try again in a minute.',
	19001:
		'Lark does not know this Webhook URL. Copy it again from the group (Settings > Bots > the custom bot). A bot that was removed from its group needs a new one.',
	19021:
		'Lark refuses the signature. Copy the Signing Secret again from the bot (Security settings > Set signature verification), and check the clock of the n8n server: it may be wrong by an hour at most.',
	19022:
		'The bot takes no requests from the address of this n8n server. Add the address in the bot (Security settings > Set IP whitelist).',
	19024:
		'The bot takes only messages with one of its keywords. Enter its keywords (Security settings > Set keywords) in Keywords.',
};

/** The custom bot of one group: sends into this group, without an app, by its webhook. */
export class LarkGroupBotApi implements ICredentialType {
	name = 'larkGroupBotApi';

	displayName = 'Lark Group Bot API';

	icon: Icon = { light: 'file:../icons/lark.svg', dark: 'file:../icons/lark.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-lark-im/n8n-nodes-lark-im/blob/main/docs/group-bot.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'In the group, open Settings > Bots > Add Bot > Custom Bot, and copy what the bot shows. Whoever has the Webhook URL can write into the group. The test sends a request that Lark refuses on purpose, so nothing appears in the group. It always finds a wrong address; a wrong secret, keyword or IP address is found only if Lark checks it before the message.',
			name: 'setUpNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Webhook URL',
			name: 'webhookUrl',
			type: 'string',
			typeOptions: { password: true },
			placeholder: 'e.g. https://open.larksuite.com/open-apis/bot/v2/hook/...',
			default: '',
			required: true,
			description: 'Address of the bot, on open.larksuite.com or open.feishu.cn',
		},
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'If Set signature verification is on in the security settings of the bot',
		},
		{
			displayName: 'Keywords',
			name: 'words',
			type: 'string',
			placeholder: 'e.g. Alert, Deploy',
			default: '',
			description:
				'If Set keywords is on in the security settings of the bot: its keywords, with commas between. A message that has none of them is refused before it is sent.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			placeholder: 'e.g. https://lark.example.com',
			default: '',
			description:
				'Only for a gateway or private deployment: what the Webhook URL has before /open-apis',
		},
	];

	/**
	 * Signs what is sent to the bot. The credential is good for the bot's own address only, without redirects; the path
	 * of the endpoint stands for it in the test.
	 *
	 * @throws LarkFailure for an address that is not a bot's, and for a request to another one
	 */
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const { path } = sendByGroupBot;
		const ownBase = webhookBaseUrl(credentials);
		const own = ownBase + fillPath(path, webhookValues(credentials, path));
		// The HTTP Request node's options have `uri` instead of `url`.
		const { url = '', uri } = request as { url?: string; uri?: string };
		const target = url === path ? own : (uri ?? (request.baseURL ?? '') + url);
		if (!URL.canParse(target) || new URL(target).href !== new URL(own).href) {
			throw new LarkFailure(
				'The Lark Group Bot API credential is good for its own Webhook URL only, and this request goes elsewhere.',
			);
		}
		const { body } = request;
		return {
			...request,
			...(url === path && { url: own }),
			maxRedirects: 0,
			...(isObject(body) && { body: signedBody(body, credentials, Date.now()) }),
		};
	};

	/** There is no message of this type, so nothing can appear in the group. */
	test: ICredentialTestRequest = {
		request: {
			method: sendByGroupBot.method,
			url: sendByGroupBot.path,
			body: { msg_type: 'credential_test', content: { text: '={{ $credentials.words }}' } },
			ignoreHttpStatusErrors: true,
		},
		rules: [
			...Object.entries(REFUSALS).map(([code, message]) => ({
				type: 'responseSuccessBody' as const,
				properties: { key: 'code', value: Number(code), message },
			})),
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'code',
					value: undefined,
					message:
						'The answer is not from Lark. Check the Webhook URL, the Base URL and any proxy in between.',
				},
			},
		],
	};
}
