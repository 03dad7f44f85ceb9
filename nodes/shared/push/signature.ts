import { createHash } from 'node:crypto';

import { EVENT_MEMORY_MS } from './eventKey';
import { equalsSecret } from './secrets';

/** How far the clock of Lark may be ahead of the one of n8n, in ms. */
export const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

/**
 * How old a signature may be, in ms. Lark does not say that it signs a retry anew, so one that comes 6 h
 * after the first push may carry its timestamp. A replay within this time is recognised by its event,
 * which is remembered as long.
 */
export const MAX_AGE_MS = EVENT_MEMORY_MS;

/** The signature headers of a push. */
export interface SignatureHeaders {
	timestamp: string;
	nonce: string;
	/** Hex in lower case. */
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

/**
 * Reads the signature headers. The signature is put into lower case here, for its comparison and for the
 * memory of replays: the C# sample of the documentation writes upper-case hex.
 *
 * @param headers with names in lower case
 * @returns undefined when one of the three is missing
 */
export function readSignature(headers: Record<string, unknown>): SignatureHeaders | undefined {
	const { timestamp, nonce, signature } = SIGNATURE_HEADERS;
	const values = [timestamp, nonce, signature].map((name) => headers[name]);
	if (!values.every((value) => typeof value === 'string')) return undefined;
	return { timestamp: values[0], nonce: values[1], signature: values[2].toLowerCase() };
}

/** The names of the headers that prove a push. */
export const SIGNATURE_HEADERS = {
	timestamp: 'x-lark-request-timestamp',
	nonce: 'x-lark-request-nonce',
	signature: 'x-lark-signature',
};

/** Whether the signature fits the body; the time taken is constant. */
export function signatureMatches(
	headers: SignatureHeaders,
	body: Buffer,
	encryptKey: string,
): boolean {
	return equalsSecret(headers.signature, signatureOf(headers, body, encryptKey));
}

/**
 * Whether a push was signed at most {@link MAX_AGE_MS} ago, by clocks that may differ.
 * Lark writes Unix seconds; milliseconds and microseconds occur in its documents and are told apart by length.
 *
 * @param timestamp the X-Lark-Request-Timestamp header
 * @param now Unix time in ms
 * @returns false for stale, future and unreadable timestamps
 */
export function isFresh(timestamp: string, now: number): boolean {
	if (!/^\d{10,16}$/.test(timestamp)) return false;
	const unit = timestamp.length < 13 ? 1000 : timestamp.length < 16 ? 1 : 1 / 1000;
	const age = now - Number(timestamp) * unit;
	return age >= -CLOCK_TOLERANCE_MS && age <= MAX_AGE_MS;
}
