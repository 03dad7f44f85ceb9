import { createDecipheriv, createHash } from 'node:crypto';

const IV_BYTES = 16;

/**
 * Decrypts the `encrypt` field of a push: AES-256-CBC with PKCS7 padding, the key is SHA-256 of
 * the Encrypt Key, the payload is base64 of the IV followed by the ciphertext.
 *
 * @returns the plain text (JSON, as Lark wrote it), or undefined when the payload is no such
 * ciphertext or was made with another key
 * @see event-subscription-guide, "Decrypt events"
 */
export function decrypt(payload: string, encryptKey: string): string | undefined {
	const bytes = Buffer.from(payload, 'base64');
	const key = createHash('sha256').update(encryptKey).digest();
	try {
		const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, IV_BYTES));
		const plain = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES)), decipher.final()]);
		return new TextDecoder('utf-8', { fatal: true }).decode(plain);
	} catch {
		return undefined;
	}
}
