import { gzipSync } from 'node:zlib';

import { encrypt } from '../../../sandbox/delivery/crypto';
import { signPush, type Subscription } from '../../../sandbox/delivery/push';
import { messageEvent } from '../events';
import type { Random } from '../../../harness/random';

/** A request that must start nothing. */
export interface Mutant {
	name: string;
	headers: Record<string, string | string[]>;
	body: Buffer;
}

type Headers = Mutant['headers'];
type Change = (
	headers: Headers,
	body: Buffer,
	random: Random,
) => { headers: Headers; body: Buffer };

const SIGNED = ['X-Lark-Request-Timestamp', 'X-Lark-Request-Nonce', 'X-Lark-Signature'];

/** What somebody can do to a request that was captured or guessed. Each leaves it without proof. */
const CHANGES: Record<string, Change> = {
	'without a header': (headers, body, random) => {
		const missing = random.pick(SIGNED);
		const rest = Object.entries(headers).filter(([name]) => name !== missing);
		return { headers: Object.fromEntries(rest), body };
	},
	'another signature': (headers, body, random) => ({
		headers: {
			...headers,
			'X-Lark-Signature': random.pick([
				'',
				random.bytes(32).toString('hex'),
				random.bytes(31).toString('hex'),
				random.bytes(2_000).toString('hex'),
				random.bytes(24).toString('base64'),
				'null',
				'0'.repeat(64),
			]),
		},
		body,
	}),
	'another time': (headers, body, random) => ({
		headers: {
			...headers,
			'X-Lark-Request-Timestamp': random.pick([
				'',
				'now',
				'-1',
				'0',
				'1e99',
				'NaN',
				'9'.repeat(400),
				String(random.below(2 ** 31)),
				`${headers['X-Lark-Request-Timestamp']}1`,
			]),
		},
		body,
	}),
	'another nonce': (headers, body, random) => ({
		headers: {
			...headers,
			'X-Lark-Request-Nonce': random.bytes(random.below(500)).toString('hex'),
		},
		body,
	}),
	'signatures twice': (headers, body) => ({
		headers: {
			...headers,
			'X-Lark-Signature': ['0'.repeat(64), String(headers['X-Lark-Signature'])],
		},
		body,
	}),
	'one bit': (headers, body, random) => {
		const changed = Buffer.from(body);
		const at = random.below(changed.length);
		changed[at] = (changed[at] as number) ^ (1 << random.below(8));
		return { headers, body: changed };
	},
	'cut off': (headers, body, random) => ({
		headers,
		body: body.subarray(0, random.below(body.length)),
	}),
	longer: (headers, body, random) => ({
		headers,
		body: Buffer.concat([body, random.bytes(1 + random.below(200))]),
	}),
	'any bytes': (headers, _body, random) => ({ headers, body: random.bytes(random.below(3_000)) }),
	deep: (headers, _body, random) => {
		const depth = 1 + random.below(20_000);
		return { headers, body: Buffer.from(random.pick(['[', '{"a":']).repeat(depth)) };
	},
	large: (headers, _body, random) => ({
		headers,
		body: Buffer.from(JSON.stringify({ encrypt: 'A'.repeat(random.below(1_500_000)) })),
	}),
	compressed: (headers, body, random) => ({
		headers: {
			...headers,
			'Content-Encoding': random.pick(['gzip', 'deflate', 'br', 'x', 'gzip, gzip']),
		},
		body: random.pick([gzipSync(body), body]),
	}),
	'another type': (headers, body, random) => ({
		headers: {
			'Content-Type': random.pick([
				'',
				'text/xml',
				'multipart/form-data; boundary=x',
				'multipart/form-data',
				'application/json; charset=utf-16',
				'application/x-www-form-urlencoded',
				`a/${'b'.repeat(3_000)}`,
			]),
			...(random.below(2) && { 'X-Lark-Signature': String(headers['X-Lark-Signature']) }),
		},
		body,
	}),
};

/** Plain texts that are no event of the app, however well they are signed and encrypted. */
const PLAIN: Array<(random: Random) => unknown> = [
	(random) => random.bytes(random.below(200)).toString('latin1'),
	(random) => random.pick(['', 'null', '0', '[]', '"x"', '{', '{"a":', 'true']),
	() => ({}),
	() =>
		JSON.parse(
			'{"__proto__":{"schema":"2.0"},"constructor":{"prototype":{"token":"x"}}}',
		) as object,
	(random) => ({ schema: '2.0', header: random.pick([null, [], 'x', 1, {}, { event_type: {} }]) }),
	(random) => ({
		schema: random.pick([2, '3.0', null, '2.0']),
		event: { type: 'p2p_chat_create' },
	}),
	(random) => messageEvent(random.pick(['', 'null', 'wrong', random.bytes(30).toString('hex')])),
	(random) => ({
		type: 'url_verification',
		token: 'wrong',
		challenge: random.pick(['c', 1, {}, null]),
	}),
	(random) => ({ type: 'url_verification', challenge: random.bytes(8).toString('hex') }),
	(random) => ({
		uuid: random.pick([1, null, 'u']),
		token: random.pick([[], 'x']),
		event: { type: 'x' },
	}),
];

const CIPHERS: Array<(random: Random) => unknown> = [
	(random) => random.bytes(random.below(100)).toString('base64'),
	(random) => random.bytes(16 * (1 + random.below(8))).toString('base64'),
	(random) => random.pick([null, 1, {}, [], '', '====', '%%%', '\u0000'.repeat(20)]),
];

/** A request that only somebody with the Encrypt Key could sign, about nothing. */
function signedNonsense(as: Subscription, random: Random, now: number): Mutant {
	const body = () => {
		if (as.encryptKey && random.below(3) === 0) return { encrypt: random.pick(CIPHERS)(random) };
		const plain = random.pick(PLAIN)(random);
		const text = typeof plain === 'string' ? plain : JSON.stringify(plain);
		return as.encryptKey && random.below(4) ? { encrypt: encrypt(text, as.encryptKey) } : text;
	};
	const made = body();
	const text = typeof made === 'string' ? made : JSON.stringify(made);
	const { headers } = signPush(as, text, { now, nonce: random.bytes(8).toString('hex') });
	return { name: 'signed nonsense', headers, body: Buffer.from(text) };
}

/**
 * Makes a request that the webhook must refuse.
 *
 * @param as what Lark knows of the webhook; without an Encrypt Key nothing is signed, and changes of a
 *   good request would change nothing that proves it, so there only nonsense is sent
 */
export function mutant(as: Subscription, random: Random, now: number): Mutant {
	if (!as.encryptKey || random.below(3) === 0) return signedNonsense(as, random, now);
	const cipher = encrypt(JSON.stringify(messageEvent(as.verificationToken)), as.encryptKey);
	const text = JSON.stringify({ encrypt: cipher });
	const push = signPush(as, text, { now, nonce: random.bytes(8).toString('hex') });
	const name = random.pick(Object.keys(CHANGES));
	if (name === 'large' && random.below(20)) return mutant(as, random, now);
	return { name, ...(CHANGES[name] as Change)(push.headers, Buffer.from(push.body), random) };
}
