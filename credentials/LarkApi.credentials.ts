import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { getBotInfo } from '../nodes/shared/lark/app';
import { fetchToken } from '../nodes/shared/lark/tenantToken';
import { LarkFailure } from '../nodes/shared/transport/failure';
import { baseUrlOf } from '../nodes/shared/transport/hosts';
import { appProperties, regionProperties } from '../nodes/shared/transport/credentialFields';
import { isTokenUsable } from '../nodes/shared/transport/storedToken';

/** n8n runs `preAuthentication` again when `authenticate` fails with what looks like an HTTP 401. */
class StaleTokenError extends Error {
	readonly response = { status: 401 };
}

const NOT_ENABLED =
	'The App ID and App Secret are right, but the app is not enabled in this company. Publish a version in the developer console, and have an administrator approve and enable it.';

const DENIED_ADDRESS =
	'The App ID and App Secret are right, but the app takes no calls from the address of this n8n server. Add the address in the developer console (Security Settings > IP Whitelist), or empty the list.';

const NOT_LARK =
	'A token was issued, but the next answer is not from the Lark API. Check the region or Base URL of the credential, and any proxy in between.';

/**
 * Checks that a request goes to the address of the credential. What is neither a whole URL nor below a base is none:
 * "https:example.com" leads to that host, and would be a path to a parser that is given a base.
 *
 * @throws LarkFailure when it goes elsewhere
 */
function assertOwnHost(ownUrl: string, url: string, baseURL?: string): void {
	const isWhole =
		/^https?:\/\//i.test(url) || (baseURL !== undefined && !/^[a-z][a-z\d+.-]*:/i.test(url));
	const target = isWhole && URL.canParse(url, baseURL) ? new URL(url, baseURL) : undefined;
	const { origin } = new URL(ownUrl);
	if (target?.origin === origin) return;
	throw new LarkFailure(
		`The Lark token is sent to ${origin} only, not to ${target?.origin ?? 'an address that is no URL'}. For a file or another service, use no credential, or one of its own. If this is Lark's address, set the region or Base URL of the credential to it.`,
	);
}

/** A self-built Lark or Feishu app: acts as the app's bot with a tenant_access_token. */
export class LarkApi implements ICredentialType {
	name = 'larkApi';

	displayName = 'Lark API';

	icon: Icon = { light: 'file:../icons/lark.svg', dark: 'file:../icons/lark.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-lark-im/n8n-nodes-lark-im#create-the-lark-app';

	properties: INodeProperties[] = [
		...regionProperties,
		...appProperties,
		{
			displayName:
				'For Lark Trigger, enter the Encrypt Key or the Verification Token, by which it knows that a request comes from Lark. The Encrypt Key is the stronger proof. To send messages, and for the long connection, leave both empty.',
			name: 'eventNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Encrypt Key',
			name: 'encryptKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'From the developer console, Events & Callbacks, Encryption Strategy. If both are empty, Lark Trigger reads those of the app.',
		},
		{
			displayName: 'Verification Token',
			name: 'verificationToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'From the developer console, Events & Callbacks, Encryption Strategy. If both are empty, Lark Trigger reads those of the app.',
		},
		{
			displayName: 'Tenant Access Token',
			name: 'tenantAccessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Expires At',
			name: 'expiresAt',
			type: 'hidden',
			default: 0,
		},
		{
			displayName: 'Issued For',
			name: 'issuedFor',
			type: 'hidden',
			default: '',
		},
	];

	/**
	 * Fetches a tenant_access_token; n8n stores what is returned in the credential.
	 *
	 * @throws LarkFailure that says what is wrong with the app and what to do
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return await fetchToken(this, credentials);
	}

	/**
	 * Adds the token, and the host to a URL that is only a path. The token goes to no other host than
	 * the credential's, not by a redirect either: whoever serves that host could act as the app.
	 * A token that has expired, or that was issued for another app, is never sent: n8n fetches a new one.
	 *
	 * @throws LarkFailure for a request to another host
	 */
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const ownUrl = baseUrlOf(credentials);
		// The HTTP Request node's options have `uri` instead of `url`, always complete.
		const { url = '', uri } = request as { url?: string; uri?: string };
		const isPath = uri === undefined && url.startsWith('/');
		const baseURL = request.baseURL ?? (isPath ? ownUrl : undefined);
		assertOwnHost(ownUrl, uri ?? url, baseURL);
		if (!isTokenUsable(credentials, Date.now())) {
			throw new StaleTokenError('The Lark token has expired or belongs to another app');
		}
		return {
			...request,
			...(isPath && { baseURL }),
			// Without it, n8n sends the token on; its HTTP Request node does so up to version 4.3, too.
			sendCredentialsOnCrossOriginRedirect: false,
			headers: {
				...request.headers,
				Authorization: `Bearer ${String(credentials.tenantAccessToken)}`,
			},
		};
	};

	test: ICredentialTestRequest = {
		request: { url: getBotInfo.path, ignoreHttpStatusErrors: true },
		rules: [
			...[11205, 230006, 232025, 234007].map((code) => ({
				type: 'responseSuccessBody' as const,
				properties: {
					key: 'code',
					value: code,
					message:
						'The App ID and App Secret are right, but the app has no bot. Add the bot ability in the developer console (Add Features > Bot) and publish a version, or run App > Set Up of the Lark node.',
				},
			})),
			...[10005, 10014, 99991662, 99991673].map((code) => ({
				type: 'responseSuccessBody' as const,
				properties: { key: 'code', value: code, message: NOT_ENABLED },
			})),
			...[0, 1, 3, 4, 5].map((status) => ({
				type: 'responseSuccessBody' as const,
				properties: { key: 'bot.activate_status', value: status, message: NOT_ENABLED },
			})),
			{
				type: 'responseSuccessBody',
				properties: { key: 'code', value: 99991401, message: DENIED_ADDRESS },
			},
			{
				type: 'responseSuccessBody',
				properties: { key: 'code', value: undefined, message: NOT_LARK },
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'bot',
					value: undefined,
					message:
						'Lark issued a token but did not say which bot it belongs to. Check that the app has the bot ability and a published version.',
				},
			},
		],
	};
}
