import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { regionProperties } from '../nodes/shared/transport/region';

/** The address of a custom region, as `baseUrlOf` reads it. */
const CUSTOM = '($self["baseUrl"] || "").trim().replace(/\\/+$/, "")';

const hostOf = (lark: string, feishu: string) =>
	`={{ $self["region"] === "custom" ? ${CUSTOM} : $self["region"] === "feishu" ? "${feishu}" : "${lark}" }}`;

/** The only host that the HTTP Request node may send the token to. */
const OWN_DOMAIN = `={{ ($self["region"] === "custom" ? ${CUSTOM} : $self["region"] === "feishu" ? "https://open.feishu.cn" : "https://open.larksuite.com").replace(/^https?:\\/\\//, "").replace(/[:\\/].*$/, "") }}`;

/**
 * What the operations of the Lark node that a person can run need; offline_access gives the refresh
 * token.
 */
const SCOPES = [
	'offline_access',
	'im:message',
	'im:message:readonly',
	'im:message.send_as_user',
	'im:message.group_msg:get_as_user',
	'im:message.p2p_msg:get_as_user',
	'im:chat',
	'search:message',
	'contact:contact.base:readonly',
	'contact:user.base:readonly',
];

/**
 * A person who has agreed that n8n acts for them, with a user_access_token. n8n runs the OAuth2
 * flow and sends the token requests form-encoded, as RFC 6749 has it: Lark's endpoint is one, and
 * takes the App Secret in the body only. It has PKCE on top of the secret.
 *
 * @see authentication-management/access-token/obtain-oauth-code and get-user-access-token
 */
export class LarkOAuth2Api implements ICredentialType {
	name = 'larkOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Lark OAuth2 API';

	icon: Icon = { light: 'file:../icons/lark.svg', dark: 'file:../icons/lark.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-lark-im/n8n-nodes-lark-im#act-as-a-person';

	properties: INodeProperties[] = [
		...regionProperties,
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{ displayName: 'Use PKCE', name: 'usePkce', type: 'hidden', default: true },
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `${hostOf('https://accounts.larksuite.com', 'https://accounts.feishu.cn')}/open-apis/authen/v1/authorize`,
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `${hostOf('https://open.larksuite.com', 'https://open.feishu.cn')}/open-apis/authen/v2/oauth/token`,
			required: true,
		},
		{
			displayName:
				'Add the OAuth Redirect URL to the app in the developer console (Security Settings > Redirect URLs), and switch on the refresh of user_access_token there. Otherwise the access ends after two hours.',
			name: 'redirectNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'App ID',
			name: 'clientId',
			type: 'string',
			placeholder: 'e.g. cli_a1b2c3d4e5f6a7b8',
			default: '',
			required: true,
			description: 'From the developer console, Credentials & Basic Info',
		},
		{
			displayName: 'App Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'From the developer console, Credentials & Basic Info',
		},
		{
			displayName: 'Scopes',
			name: 'scope',
			type: 'string',
			default: SCOPES.join(' '),
			description:
				'What the person is asked to allow, with spaces between. The app must have each of these scopes for user_access_token. At most 50. After a change, connect again.',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		// n8n adds these two by the names here, shown and without a limit, where a credential has none.
		{
			displayName: 'Allowed HTTP Request Domains',
			name: 'allowedHttpRequestDomains',
			type: 'hidden',
			default: 'domains',
		},
		{
			displayName: 'Allowed Domains',
			name: 'allowedDomains',
			type: 'hidden',
			default: OWN_DOMAIN,
		},
	];
}
