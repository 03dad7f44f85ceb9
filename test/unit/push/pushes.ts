import { createCipheriv, createHash } from 'node:crypto';

import type { PushRequest } from '../../../nodes/shared/push/openPush';
import { signatureOf } from '../../../nodes/shared/push/signature';

export const NOW = 1_700_000_000_000;
export const SECRETS = { encryptKey: 'test key', verificationToken: 'v-token' };

export const messageEvent = (token = SECRETS.verificationToken) => ({
	schema: '2.0',
	header: { event_id: 'ev1', event_type: 'im.message.receive_v1', token, app_id: 'cli_1' },
	event: { message: { message_id: 'om_1', content: '{"text":"hi"}' } },
});

export const version1Event = (token = SECRETS.verificationToken) => ({
	uuid: 'u1',
	token,
	ts: '1502199207.7171419',
	type: 'event_callback',
	event: { type: 'p2p_chat_create', chat_id: 'oc_1' },
});

export const urlVerification = (token = SECRETS.verificationToken) => ({
	type: 'url_verification',
	token,
	challenge: 'c-123',
});

/** Encrypts as Lark does. */
export function encrypt(value: unknown, encryptKey = SECRETS.encryptKey): { encrypt: string } {
	const iv = Buffer.alloc(16, 7);
	const key = createHash('sha256').update(encryptKey).digest();
	const cipher = createCipheriv('aes-256-cbc', key, iv);
	const plain = typeof value === 'string' ? value : JSON.stringify(value);
	return {
		encrypt: Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64'),
	};
}

/** A request without signature headers. */
export const unsigned = (body: unknown): PushRequest => ({
	body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

/** A request signed as Lark does. */
export function signed(
	value: unknown,
	{ timestamp = String(NOW / 1000), nonce = 'n1', encryptKey = SECRETS.encryptKey } = {},
): PushRequest {
	const { body } = unsigned(value);
	const signature = signatureOf({ timestamp, nonce }, body, encryptKey);
	return { body, signature: { timestamp, nonce, signature } };
}
