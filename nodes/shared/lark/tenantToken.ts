import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { LarkFailure, unreachable } from '../transport/failure';
import { baseUrlOf, otherBrand } from '../transport/hosts';
import { pasted } from '../transport/pasted';
import { redact, secretsOf } from '../transport/redact';
import { failureOf, readResponse, sentence } from '../transport/response';
import { fingerprint, type StoredToken } from '../transport/storedToken';
import { createTenantToken } from './app';

/** Says what to do about a refused token request, in one text: n8n shows only the message of a credential test. */
function explain(failure: LarkFailure, credentials: ICredentialDataDecryptedObject): LarkFailure {
	const { code, description } = failure.details;
	const other = otherBrand(credentials.region);
	const { host } = new URL(baseUrlOf(credentials));
	const appId = pasted(credentials.appId);
	const hints: Record<number, string> = {
		10003: `${host} does not know this App ID: "${appId}".${appId.startsWith('cli_') ? '' : ' App IDs start with cli_.'} Copy it again from the developer console (Credentials & Basic Info)${
			other
				? `, and check the region: an app made on ${other} works only there`
				: ', and check the Base URL'
		}.`,
		20046: `This app belongs to the other brand. Set the region of the credential to ${
			other || 'the one where the app was made'
		}.`,
		99991662:
			'The app is not in use in this company. Publish a version in the developer console, and have it approved and enabled.',
	};
	const hint = (code !== undefined && hints[code]) || sentence(failure.message);
	const { appSecret } = credentials;
	return new LarkFailure(
		redact([hint, description].filter(Boolean).join(' '), secretsOf(appSecret, pasted(appSecret))),
		{ ...failure.details, description: undefined },
		{ cause: failure.cause },
	);
}

/** @throws LarkFailure for a field that is empty, or has nothing but spaces */
function assertFilledIn({ appId, appSecret }: ICredentialDataDecryptedObject): void {
	const empty = Object.entries({ 'App ID': appId, 'App Secret': appSecret }).find(
		([, value]) => pasted(value) === '',
	);
	if (!empty) return;
	throw new LarkFailure(
		`The ${empty[0]} of the Lark credential is empty. Copy it from the developer console (Credentials & Basic Info).`,
	);
}

async function requestToken(
	{ helpers }: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<StoredToken> {
	const baseURL = baseUrlOf(credentials);
	const response = (await helpers
		.httpRequest({
			method: createTenantToken.method,
			baseURL,
			url: createTenantToken.path,
			headers: { 'Content-Type': 'application/json; charset=utf-8' },
			body: { app_id: pasted(credentials.appId), app_secret: pasted(credentials.appSecret) },
			json: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: 30_000,
		})
		.catch((error: Error) => {
			throw unreachable(baseURL, error);
		})) as IN8nHttpFullResponse;

	const body = readResponse(response);
	if (body.code !== 0) throw await failureOf(body, response, createTenantToken.path);
	return {
		tenantAccessToken: String(body.tenant_access_token),
		expiresAt: Date.now() + Number(body.expire) * 1000,
		issuedFor: fingerprint(credentials),
	};
}

const underWay = new Map<string, Promise<StoredToken>>();

/**
 * Fetches a tenant_access_token for a self-built app. Concurrent calls for one app share one request.
 *
 * @returns the token and what is stored beside it
 * @throws LarkFailure whose message alone says what is wrong and what to do
 * @see authentication-management/access-token/tenant_access_token_internal
 */
export async function fetchToken(
	helper: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<StoredToken> {
	assertFilledIn(credentials);
	const key = fingerprint(credentials);
	const pending =
		underWay.get(key) ??
		requestToken(helper, credentials)
			.catch((error: Error) => {
				throw error instanceof LarkFailure ? explain(error, credentials) : error;
			})
			.finally(() => {
				underWay.delete(key);
			});
	underWay.set(key, pending);
	return await pending;
}
