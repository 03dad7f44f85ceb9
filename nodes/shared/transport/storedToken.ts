import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { baseUrlOf } from './hosts';
import { pasted } from './pasted';

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
export function fingerprint(credentials: ICredentialDataDecryptedObject): string {
	const parts = [baseUrlOf(credentials), pasted(credentials.appId), pasted(credentials.appSecret)];
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
