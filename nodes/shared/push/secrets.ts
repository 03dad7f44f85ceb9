import { createHash, timingSafeEqual } from 'node:crypto';

/** The two secrets of a Lark app that prove where a push comes from; '' when not set. */
export interface PushSecrets {
	/** Signs and encrypts pushes (Events & Callbacks > Encryption Strategy). */
	encryptKey: string;
	/** Travels inside every push; the weaker proof of the two. */
	verificationToken: string;
}

/**
 * Whether the secrets can prove anything at all.
 *
 * @returns false when neither is set, so that every push must be refused
 */
export function canVerify({ encryptKey, verificationToken }: PushSecrets): boolean {
	return encryptKey !== '' || verificationToken !== '';
}

/**
 * Compares a received value with a secret in a time that depends on neither.
 * Both sides are hashed first, so that lengths do not show either.
 */
export function equalsSecret(received: string, secret: string): boolean {
	const digest = (value: string) => createHash('sha256').update(value).digest();
	return timingSafeEqual(digest(received), digest(secret));
}
