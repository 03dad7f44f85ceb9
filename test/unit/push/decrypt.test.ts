import { AESCipher } from '@larksuiteoapi/node-sdk';
import fc from 'fast-check';

import { decrypt } from '../../../nodes/shared/push/decrypt';
import { encrypt } from './pushes';

describe('decrypt', () => {
	it('reads the documented vector', () => {
		expect(decrypt('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=', 'test key')).toBe('hello world');
	});

	it('agrees with the official SDK on any text and key', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (text, key) => {
				const payload = encrypt(text, key).encrypt;
				expect(decrypt(payload, key)).toBe(new AESCipher(key).decrypt(payload));
				expect(decrypt(payload, key)).toBe(text);
			}),
		);
	});

	it('gives nothing for another key or for what is no ciphertext', () => {
		const json = JSON.stringify({ a: 'secret' });
		expect(decrypt(encrypt(json, 'one key').encrypt, 'other key')).not.toBe(json);
		for (const payload of ['', 'AAAA', 'not base64 at all!', Buffer.alloc(17).toString('base64')]) {
			expect(decrypt(payload, 'test key')).toBeUndefined();
		}
	});

	it('never throws', () => {
		fc.assert(fc.property(fc.string(), fc.string(), (payload, key) => void decrypt(payload, key)));
	});
});
