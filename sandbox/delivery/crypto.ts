import { createCipheriv, createHash, randomBytes } from 'node:crypto';

const IV_BYTES = 16;

/**
 * Encrypts a push the way Lark does when an app has an Encrypt Key: AES-256-CBC with PKCS7 padding
 * under SHA-256(encryptKey).
 *
 * @param plainText what to encrypt, usually an envelope as JSON
 * @param encryptKey the app's Encrypt Key
 * @param iv 16 bytes; random unless a test needs a fixed one
 * @returns base64 of iv followed by ciphertext, the value of `encrypt` in the body
 */
export function encrypt(plainText: string, encryptKey: string, iv = randomBytes(IV_BYTES)): string {
	const key = createHash('sha256').update(encryptKey, 'utf8').digest();
	const cipher = createCipheriv('aes-256-cbc', key, iv);
	return Buffer.concat([iv, cipher.update(plainText, 'utf8'), cipher.final()]).toString('base64');
}

export interface SignatureInput {
	timestamp: string;
	nonce: string;
	encryptKey: string;
	rawBody: string;
}

/**
 * Computes `X-Lark-Signature`: SHA-256 over timestamp, nonce, Encrypt Key and the body exactly as it
 * is sent.
 *
 * @returns 64 lower-case hex digits
 */
export function sign({ timestamp, nonce, encryptKey, rawBody }: SignatureInput): string {
	return createHash('sha256')
		.update(timestamp + nonce + encryptKey + rawBody, 'utf8')
		.digest('hex');
}
