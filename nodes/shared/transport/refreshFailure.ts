import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { LarkFailure, unreachable } from './failure';
import { failureOf } from './response';

const CONNECT_AGAIN = 'Open the credential, press Connect, and agree in Lark again.';

/** An error of n8n's OAuth2 client: `body` is the response of the token endpoint. */
type OAuthError = Error & { body?: unknown };

/**
 * Says why n8n got no new user_access_token.
 *
 * @param error what n8n's refresh has thrown
 * @param baseUrl where the token endpoint is
 * @see authentication-management/access-token/refresh-user-access-token, the error table
 */
export async function refreshFailure(error: OAuthError, baseUrl: string): Promise<LarkFailure> {
	const body = (typeof error.body === 'object' ? error.body : undefined) as IDataObject | undefined;
	const code = Number(body?.code);
	if (code) return await refused(code, String(body?.error_description ?? ''));
	if (error instanceof NodeOperationError) {
		return new LarkFailure('Lark no longer lets n8n act as this person', {
			description: `The refresh token has expired or was used before, or the person has withdrawn the permission. ${CONNECT_AGAIN}`,
		});
	}
	if (/no refresh token/.test(error.message)) {
		return new LarkFailure(
			'The access of this person has expired, and Lark gave n8n nothing to renew it with',
			{
				description: `Add offline_access to the scopes of the app and of the credential, and switch on the refresh of user_access_token in the developer console (Security Settings). ${CONNECT_AGAIN}`,
			},
		);
	}
	return unreachable(baseUrl, error);
}

async function refused(code: number, msg: string): Promise<LarkFailure> {
	const { message, details } = await failureOf(
		{ code, msg },
		{ body: {}, headers: {}, statusCode: 400 },
	);
	return new LarkFailure(`n8n cannot renew the access of this person: ${message}`, details);
}
