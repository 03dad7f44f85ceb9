import { createHash } from 'node:crypto';

import { equalsSecret } from './secrets';

/** How far the clocks of Lark and n8n may differ, and how long a push may take, in ms. */
export const TIMESTAMP_TOLERANCE_MS = 5 * 60 * 1000;

/** The signature headers of a push, as received. */
export interface SignatureHeaders {
	timestamp: string;
	nonce: string;
	signature: string;
}

/**
 * Computes the signature of a push.
 *
 * @param body the raw bytes as received, never a parsed and re-serialized body
 * @returns lower-case hex of sha256(timestamp + nonce + encryptKey + body)
 * @see event-subscription-guide, "Security verification" (X-Lark-Signature)
 */
export function signatureOf(
	{ timestamp, nonce }: Pick<SignatureHeaders, 'timestamp' | 'nonce'>,
	body: Buffer,
	encryptKey: string,
): string {
	return createHash('sha256')
		.update(timestamp + nonce + encryptKey)
		.update(body)
		.digest('hex');
}

/** Whether the signature fits the body; hex case does not matter, time taken is constant. */
export function signatureMatches(
	headers: SignatureHeaders,
	body: Buffer,
	encryptKey: string,
): boolean {
	return equalsSecret(headers.signature.toLowerCase(), signatureOf(headers, body, encryptKey));
}

/**
 * Whether a push was signed within the tolerance around `now`.
 * Lark writes Unix seconds; milliseconds and microseconds occur in its documents and are told apart by length.
 *
 * @param timestamp the X-Lark-Request-Timestamp header
 * @param now Unix time in ms
 * @returns false for stale, future and unreadable timestamps
 */
export function isFresh(timestamp: string, now: number): boolean {
	if (!/^\d{10,16}$/.test(timestamp)) return false;
	const unit = timestamp.length < 13 ? 1000 : timestamp.length < 16 ? 1 : 1 / 1000;
	return Math.abs(now - Number(timestamp) * unit) <= TIMESTAMP_TOLERANCE_MS;
}
