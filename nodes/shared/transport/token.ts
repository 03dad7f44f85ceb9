import { createHash } from 'node:crypto';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestHelper,
	IN8nHttpFullResponse,
} from 'n8n-workflow';

import { failureOf, readAnswer, sentence } from './answer';
import { LarkFailure, unreachable } from './failure';
import { baseUrlOf, otherBrand } from './hosts';

/** A token this close to its end is not used any more, in ms. */
const EXPIRY_MARGIN_MS = 60 * 1000;

/** The fields of the credential that hold the token. */
export interface StoredToken extends IDataObject {
	/** '' when there is none: n8n then runs `preAuthentication`. */
	tenantAccessToken: string;
	/** Unix time in ms. */
	expiresAt: number;
	/** Fingerprint of the app and address that the token was issued for. */
	issuedFor: string;
}

/** Identifies app, secret and address, so that a token never outlives a change of one of them. */
function fingerprint(credentials: ICredentialDataDecryptedObject): string {
	const parts = [baseUrlOf(credentials), credentials.appId, credentials.appSecret];
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/**
 * Whether the stored token may be sent: it belongs to this app at this address and has not expired.
 *
 * @param now Unix time in ms
 */
export function isTokenUsable(credentials: ICredentialDataDecryptedObject, now: number): boolean {
	const { tenantAccessToken, expiresAt, issuedFor } = credentials;
	return (
		typeof tenantAccessToken === 'string' &&
		tenantAccessToken !== '' &&
		issuedFor === fingerprint(credentials) &&
		Number(expiresAt) - EXPIRY_MARGIN_MS > now
	);
}

/** Says what to do about a refused token request, in one text: n8n shows only the message of a credential test. */
function explain(failure: LarkFailure, { region }: ICredentialDataDecryptedObject): LarkFailure {
	const { code, description } = failure.details;
	const other = otherBrand(region);
	const hints: Record<number, string> = {
		10003: `Lark does not know this App ID. Copy it again from the developer console (Credentials & Basic Info)${
			other && `, and check the region: an app made on ${other} works only there`
		}.`,
		20046: `This app belongs to the other brand. Set the region of the credential to ${
			other || 'the one where the app was made'
		}.`,
		99991662:
			'The app is not in use in this company. Publish a version in the developer console, and have it approved and enabled.',
	};
	const hint = (code !== undefined && hints[code]) || sentence(failure.message);
	return new LarkFailure(
		[hint, description].filter(Boolean).join(' '),
		{ ...failure.details, description: undefined },
		{ cause: failure.cause },
	);
}

async function requestToken(
	{ helpers }: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<StoredToken> {
	const baseURL = baseUrlOf(credentials);
	const response = (await helpers
		.httpRequest({
			method: 'POST',
			baseURL,
			url: '/open-apis/auth/v3/tenant_access_token/internal',
			headers: { 'Content-Type': 'application/json; charset=utf-8' },
			body: { app_id: credentials.appId, app_secret: credentials.appSecret },
			json: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: 30_000,
		})
		.catch((error: Error) => {
			throw unreachable(baseURL, error);
		})) as IN8nHttpFullResponse;

	const answer = readAnswer(response);
	if (answer.code !== 0) throw await failureOf(answer, response);
	return {
		tenantAccessToken: String(answer.tenant_access_token),
		expiresAt: Date.now() + Number(answer.expire) * 1000,
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
