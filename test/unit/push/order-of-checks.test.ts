import crypto from 'node:crypto';

import { openPush } from '../../../nodes/shared/push/openPush';
import { encrypt, messageEvent, NOW, SECRETS, signed, unsigned } from './pushes';

describe('what is done with a request before its signature has been checked', () => {
	afterEach(() => jest.restoreAllMocks());

	const touched = () => {
		const parse = jest.spyOn(JSON, 'parse');
		const decipher = jest.spyOn(crypto, 'createDecipheriv');
		return () => parse.mock.calls.length + decipher.mock.calls.length;
	};

	it('is nothing: no parsing and no decryption', () => {
		const good = signed(encrypt(messageEvent()));
		const { timestamp } = good.signature!;
		const forged = [
			{ ...good, signature: { ...good.signature!, signature: 'f'.repeat(64) } },
			{ ...good, signature: { ...good.signature!, timestamp: `${timestamp}0` } },
			{ ...good, signature: { ...good.signature!, nonce: 'other' } },
			{ ...good, body: Buffer.concat([good.body, Buffer.from(' ')]) },
			signed(encrypt(messageEvent()), { encryptKey: 'other' }),
			unsigned(encrypt({ ...messageEvent(), padding: 'x'.repeat(4096) })),
		];
		const count = touched();
		for (const request of forged) {
			expect(openPush(request, SECRETS, NOW)).toMatchObject({ kind: 'refused', status: 401 });
		}
		expect(count()).toBe(0);
		expect(openPush(good, SECRETS, NOW).kind).toBe('event');
		expect(count()).toBeGreaterThan(0);
	});

	it('takes the signature over the bytes as they came, not over what they mean', () => {
		const body = Buffer.from(`{ "encrypt" : "${encrypt(messageEvent()).encrypt}" }`);
		const spaced = signed(body.toString());
		expect(openPush(spaced, SECRETS, NOW).kind).toBe('event');
		const tight = Buffer.from(JSON.stringify(JSON.parse(body.toString())));
		expect(openPush({ ...spaced, body: tight }, SECRETS, NOW).kind).toBe('refused');
	});

	it('compares signatures and tokens in constant time', () => {
		const compare = jest.spyOn(crypto, 'timingSafeEqual');
		openPush(signed(encrypt(messageEvent())), SECRETS, NOW);
		expect(compare).toHaveBeenCalledTimes(2);
		const lengths = compare.mock.calls.flat().map((side) => side.byteLength);
		expect(new Set(lengths)).toEqual(new Set([32]));
	});

	it('a token alone is compared before an unsigned event counts', () => {
		const tokenOnly = { ...SECRETS, encryptKey: '' };
		for (const token of ['', 'x', SECRETS.verificationToken.slice(1)]) {
			expect(openPush(unsigned(messageEvent(token)), tokenOnly, NOW).kind).toBe('refused');
		}
		expect(openPush(unsigned(messageEvent()), tokenOnly, NOW).kind).toBe('event');
	});
});
