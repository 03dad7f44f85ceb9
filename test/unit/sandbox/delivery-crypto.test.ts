import { AESCipher } from '@larksuiteoapi/node-sdk';

import { encrypt, sign } from '../../../sandbox/delivery/crypto';

describe('encrypt', () => {
	it("repeats Lark's documented vector", () => {
		const documented = 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=';
		const iv = Buffer.from(documented, 'base64').subarray(0, 16);

		expect(encrypt('hello world', 'test key', iv)).toBe(documented);
	});

	it('is decrypted by the official SDK, whatever the length and the script', () => {
		for (const plainText of ['', 'x'.repeat(15), 'x'.repeat(16), '{"text":"你好 👋"}']) {
			expect(new AESCipher('kääy').decrypt(encrypt(plainText, 'kääy'))).toBe(plainText);
		}
	});

	it('never gives the same output twice', () => {
		expect(encrypt('same', 'key')).not.toBe(encrypt('same', 'key'));
	});
});

describe('sign', () => {
	it("repeats the vector computed from Lark's formula", () => {
		const signature = sign({
			timestamp: '1608725989000',
			nonce: 'nonce123',
			encryptKey: 'test key',
			rawBody: '{"encrypt":"P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk="}',
		});

		expect(signature).toBe('3261a0537e2e139c1ae61b81bf57135beb4bf9e3f72007a49734a7c1493d6867');
	});
});
