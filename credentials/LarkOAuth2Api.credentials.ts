import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { PERSON_SCOPES } from '../nodes/shared/purpose/personScopes';
import { appProperties, regionProperties } from '../nodes/shared/transport/credentialFields';

/** The address of a custom region, as `baseUrlOf` reads it. */
const CUSTOM = '($self["baseUrl"] || "").trim().replace(/\\/+$/, "")';

const hostOf = (lark: string, feishu: string) =>
	`={{ $self["region"] === "custom" ? ${CUSTOM} : $self["region"] === "feishu" ? "${feishu}" : "${lark}" }}`;

/** The only host that the HTTP Request node may send the token to. */
const OWN_DOMAIN = `={{ ($self["region"] === "custom" ? ${CUSTOM} : $self["region"] === "feishu" ? "https://open.feishu.cn" : "https://open.larksuite.com").replace(/^https?:\\/\\//, "").replace(/[:\\/].*$/, "") }}`;

/** The fields of oAuth2Api that nobody has to see. */
const hidden = (values: Record<string, string | boolean>): INodeProperties[] =>
	Object.entries(values).map(([name, value]) => ({
		displayName: name,
		name,
		type: 'hidden',
		default: value,
	}));

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

	// The editor shows the fields of oAuth2Api first, whatever their order is here: those that a person
	// sees have names of their own, and n8n's names take their values.
	properties: INodeProperties[] = [
		{
			displayName:
				'In the <a href="https://open.feishu.cn/app" target="_blank">Feishu</a> or <a href="https://open.larksuite.com/app" target="_blank">Lark</a> developer console, open Security Settings. Add the OAuth Redirect URL above to Redirect URLs, and turn on Refresh user_access_token: otherwise the access ends after two hours.',
			name: 'redirectNotice',
			type: 'notice',
			default: '',
		},
		...regionProperties,
		...appProperties,
		{
			displayName: 'Scopes',
			name: 'scopes',
			type: 'string',
			typeOptions: { rows: 10 },
			default: PERSON_SCOPES.join('\n'),
			description:
				'What the person is asked to allow, one scope per line. Each must be added to the app for user_access_token (Permissions & Scopes). At most 50. After a change, connect again.',
		},
		...hidden({
			grantType: 'authorizationCode',
			usePkce: true,
			authUrl: `${hostOf('https://accounts.larksuite.com', 'https://accounts.feishu.cn')}/open-apis/authen/v1/authorize`,
			accessTokenUrl: `${hostOf('https://open.larksuite.com', 'https://open.feishu.cn')}/open-apis/authen/v2/oauth/token`,
			clientId: '={{ ($self["appId"] || "").replace(/\\s+/g, "") }}',
			clientSecret: '={{ ($self["appSecret"] || "").replace(/\\s+/g, "") }}',
			scope: '={{ ($self["scopes"] || "").trim().split(/[\\s,]+/).join(" ") }}',
			authQueryParameters: '',
			authentication: 'body',
			// n8n adds these two by the names here, shown and without a limit, where a credential has none.
			allowedHttpRequestDomains: 'domains',
			allowedDomains: OWN_DOMAIN,
		}),
	];
}
