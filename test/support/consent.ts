import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { LarkOAuth2Api } from '../../credentials/LarkOAuth2Api.credentials';
import { agree } from '../../harness/consent';
import type { User } from '../../sandbox';
import type { Lark } from './lark';

const SCOPES = String(
	new LarkOAuth2Api().properties.find(({ name }) => name === 'scopes')?.default,
).replaceAll('\n', ' ');

const REDIRECT_URL = 'http://n8n.invalid/callback';

/** A connected `larkOAuth2Api` credential, as n8n has it after the person has agreed. */
export async function connected(
	{ sandbox, oauthCredential }: Lark,
	user: User,
	scope = SCOPES,
): Promise<ICredentialDataDecryptedObject> {
	const { appId, appSecret, redirectUrls } = sandbox.app;
	if (!redirectUrls.includes(REDIRECT_URL)) redirectUrls.push(REDIRECT_URL);
	const query = { client_id: appId, response_type: 'code', redirect_uri: REDIRECT_URL, scope };
	const back = await agree(
		`${sandbox.url}/open-apis/authen/v1/authorize?${new URLSearchParams(query)}`,
		user,
	);
	const answer = await fetch(`${sandbox.url}/open-apis/authen/v2/oauth/token`, {
		method: 'POST',
		body: new URLSearchParams({
			grant_type: 'authorization_code',
			client_id: appId,
			client_secret: appSecret,
			code: back.searchParams.get('code') ?? '',
		}),
	});
	if (!answer.ok) throw new Error(await answer.text());
	const token = (await answer.json()) as { expires_in: number };
	const n8n_expires_at = String(Date.now() + token.expires_in * 1_000);
	return { ...oauthCredential, scopes: scope, oauthTokenData: { ...token, n8n_expires_at } };
}
