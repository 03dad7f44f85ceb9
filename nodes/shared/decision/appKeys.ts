import { hkdfSync } from 'node:crypto';

import { pasted } from '../transport/pasted';

/** The app whose credential is in use. */
export interface AppCredential {
	appId: string;
	appSecret: string;
}

const KEY_BYTES = 32;
const LABEL = 'n8n-nodes-lark-im decision';

/** What a key is for: no two uses share one. */
type Purpose = 'ticket' | 'proof';

/**
 * Derives a key from the App Secret, which Lark and the owner of the app alone know. Space around the values
 * does not count, as everywhere in a credential.
 *
 * @see RFC 5869 (HKDF)
 */
export function keyFor(purpose: Purpose, { appId, appSecret }: AppCredential): Buffer {
	return Buffer.from(
		hkdfSync('sha256', pasted(appSecret), pasted(appId), `${LABEL} ${purpose}`, KEY_BYTES),
	);
}

/** @returns the app of a credential's data, with '' for what it does not have */
export const appOf = ({ appId, appSecret }: Record<string, unknown>): AppCredential => ({
	appId: pasted(appId),
	appSecret: pasted(appSecret),
});
