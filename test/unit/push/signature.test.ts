import fc from 'fast-check';

import {
	isFresh,
	signatureMatches,
	signatureOf,
	CLOCK_TOLERANCE_MS,
	MAX_AGE_MS,
	readSignature,
} from '../../../nodes/shared/push/signature';

const vector = {
	timestamp: '1608725989000',
	nonce: 'nonce123',
	key: 'test key',
	body: Buffer.from('{"encrypt":"P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk="}'),
	signature: '3261a0537e2e139c1ae61b81bf57135beb4bf9e3f72007a49734a7c1493d6867',
};

describe('signature', () => {
	it('fits the vector derived from the documented formula', () => {
		expect(signatureOf(vector, vector.body, vector.key)).toBe(vector.signature);
		expect(signatureMatches(vector, vector.body, vector.key)).toBe(true);
	});

	it('is taken in upper-case hex too, as the C# sample of the documentation writes it', () => {
		const headers = readSignature({
			'x-lark-request-timestamp': vector.timestamp,
			'x-lark-request-nonce': vector.nonce,
			'x-lark-signature': vector.signature.toUpperCase(),
		})!;
		expect(signatureMatches(headers, vector.body, vector.key)).toBe(true);
		// The memory of replays takes it for the same signature.
		expect(headers.signature).toBe(vector.signature);
	});

	it.each(['', 'x', vector.signature.slice(1), `${vector.signature}0`])(
		'refuses %j',
		(signature) => {
			expect(signatureMatches({ ...vector, signature }, vector.body, vector.key)).toBe(false);
		},
	);

	it('does not fit a body that differs in one byte', () => {
		fc.assert(
			fc.property(fc.nat(vector.body.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
				const body = Buffer.from(vector.body);
				body[at] ^= flip;
				return !signatureMatches(vector, body, vector.key);
			}),
		);
	});

	it('does not fit another key, timestamp or nonce', () => {
		expect(signatureMatches(vector, vector.body, 'other key')).toBe(false);
		expect(signatureMatches({ ...vector, nonce: 'n' }, vector.body, vector.key)).toBe(false);
		expect(signatureMatches({ ...vector, timestamp: '1' }, vector.body, vector.key)).toBe(false);
	});
});

describe('timestamp', () => {
	const now = 1_700_000_000_000;

	it.each([
		['seconds', String(now / 1000)],
		['milliseconds', String(now)],
		['microseconds', String(now * 1000)],
	])('is read in %s', (_unit, timestamp) => {
		expect(isFresh(timestamp, now)).toBe(true);
		expect(isFresh(timestamp, now + MAX_AGE_MS)).toBe(true);
		expect(isFresh(timestamp, now + MAX_AGE_MS + 1)).toBe(false);
		expect(isFresh(timestamp, now - CLOCK_TOLERANCE_MS)).toBe(true);
		expect(isFresh(timestamp, now - CLOCK_TOLERANCE_MS - 1)).toBe(false);
	});

	it.each([15 / 3600, 5 / 60, 1, 6 + 1 / 12])(
		'is accepted when Lark tries again %f hours later',
		(hours) => {
			expect(isFresh(String(now / 1000), now + hours * 3_600_000)).toBe(true);
		},
	);

	it.each(['', 'soon', '-1700000000', '1.7e9', '1700000000 ', '17'])('refuses %j', (timestamp) => {
		expect(isFresh(timestamp, now)).toBe(false);
	});
});
