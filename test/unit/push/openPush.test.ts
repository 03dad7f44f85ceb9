import fc from 'fast-check';

import { openPush, type PushRequest } from '../../../nodes/shared/push/openPush';
import type { PushSecrets } from '../../../nodes/shared/push/secrets';
import {
	encrypt,
	messageEvent,
	NOW,
	SECRETS,
	signed,
	unsigned,
	urlVerification,
	version1Event,
} from './pushes';

const KEY_ONLY = { ...SECRETS, verificationToken: '' };
const TOKEN_ONLY = { ...SECRETS, encryptKey: '' };

const open = (request: PushRequest, secrets: PushSecrets = SECRETS) =>
	openPush(request, secrets, NOW);

describe('a good push', () => {
	it.each<[string, PushRequest, PushSecrets]>([
		['signed and encrypted', signed(encrypt(messageEvent())), SECRETS],
		['with the Encrypt Key alone', signed(encrypt(messageEvent('any'))), KEY_ONLY],
		['with the Verification Token alone', unsigned(messageEvent()), TOKEN_ONLY],
	])('%s is an event without its token', (_case, request, secrets) => {
		const push = open(request, secrets);
		expect(push).toMatchObject({
			kind: 'event',
			event: { type: 'im.message.receive_v1', id: 'ev1' },
		});
		expect(JSON.stringify(push)).not.toContain('token');
		expect(push).toMatchObject({
			event: { payload: { schema: '2.0', event: messageEvent().event } },
		});
	});

	it('may use envelope version 1', () => {
		const push = open(signed(encrypt(version1Event())));
		expect(push).toMatchObject({ kind: 'event', event: { type: 'p2p_chat_create', id: 'u1' } });
		expect(JSON.stringify(push)).not.toContain(SECRETS.verificationToken);
	});
});

describe('url_verification', () => {
	it.each<[string, PushRequest, PushSecrets]>([
		['plain, proven by its token', unsigned(urlVerification()), TOKEN_ONLY],
		['plain although there is an Encrypt Key', unsigned(urlVerification()), SECRETS],
		['encrypted', unsigned(encrypt(urlVerification())), SECRETS],
		['encrypted, without a token to compare', unsigned(encrypt(urlVerification('?'))), KEY_ONLY],
		['encrypted and signed', signed(encrypt(urlVerification())), SECRETS],
	])('%s is answered', (_case, request, secrets) => {
		expect(open(request, secrets)).toEqual({ kind: 'challenge', challenge: 'c-123' });
	});

	it.each<[string, PushRequest, PushSecrets]>([
		['plain with a wrong token', unsigned(urlVerification('wrong')), TOKEN_ONLY],
		['encrypted with a wrong token', unsigned(encrypt(urlVerification('wrong'))), SECRETS],
		['encrypted with another key', unsigned(encrypt(urlVerification(), 'other')), SECRETS],
		['plain, with nothing to compare', unsigned(urlVerification()), KEY_ONLY],
	])('%s is refused', (_case, request, secrets) => {
		expect(open(request, secrets)).toMatchObject({ kind: 'refused', status: 401 });
	});
});

describe('a hostile push is refused', () => {
	const good = signed(encrypt(messageEvent()));
	const minutesAgo = (minutes: number) => String(NOW / 1000 - minutes * 60);
	const deep = `{"a":${'['.repeat(200)}${']'.repeat(200)}}`;

	it.each<[string, PushRequest, PushSecrets, number, string]>([
		['no signature', unsigned(encrypt(messageEvent())), SECRETS, 401, 'no signature'],
		['no signature, not encrypted', unsigned(messageEvent()), SECRETS, 401, 'no signature'],
		[
			'wrong signature',
			{ ...good, signature: { ...good.signature!, signature: 'f'.repeat(64) } },
			SECRETS,
			401,
			'signature does not fit',
		],
		[
			'right signature, other body',
			{ ...good, body: Buffer.from('{}') },
			SECRETS,
			401,
			'signature',
		],
		[
			'9 hours old',
			signed(encrypt(messageEvent()), { timestamp: minutesAgo(9 * 60) }),
			SECRETS,
			401,
			'timestamp',
		],
		[
			'10 minutes in the future',
			signed(encrypt(messageEvent()), { timestamp: minutesAgo(-10) }),
			SECRETS,
			401,
			'timestamp',
		],
		[
			'wrong token, version 2',
			signed(encrypt(messageEvent('x'))),
			SECRETS,
			401,
			'verification token',
		],
		[
			'wrong token, version 1',
			signed(encrypt(version1Event('x'))),
			SECRETS,
			401,
			'verification token',
		],
		['wrong token and no key, version 2', unsigned(messageEvent('x')), TOKEN_ONLY, 401, 'token'],
		['wrong token and no key, version 1', unsigned(version1Event('x')), TOKEN_ONLY, 401, 'token'],
		['undecryptable', signed({ encrypt: 'AAAA' }), SECRETS, 401, 'decrypted'],
		['encrypted with another key', signed(encrypt(messageEvent(), 'x')), SECRETS, 401, 'decrypted'],
		['encrypted, no key set', unsigned(encrypt(messageEvent())), TOKEN_ONLY, 401, 'no Encrypt Key'],
		['an array', signed([1]), SECRETS, 400, 'JSON object'],
		['a string', signed('"text"'), SECRETS, 400, 'JSON object'],
		['null', signed('null'), SECRETS, 400, 'JSON object'],
		['not JSON', signed('{"a":'), SECRETS, 400, 'JSON object'],
		['empty', signed(''), SECRETS, 400, 'JSON object'],
		['nested too deeply', signed(deep), SECRETS, 400, '100 levels'],
		['encrypted and nested too deeply', signed(encrypt(deep)), SECRETS, 401, '100 levels'],
		['an object that is no event', signed({ hello: 'world' }), SECRETS, 401, 'not a Lark event'],
		[
			'no secret in the credential',
			unsigned(messageEvent('')),
			{ encryptKey: '', verificationToken: '' },
			401,
			'neither',
		],
	])('%s', (_case, request, secrets, status, reason) => {
		const push = open(request, secrets);
		expect(push).toMatchObject({
			kind: 'refused',
			status,
			reason: expect.stringContaining(reason),
		});
		expect(JSON.stringify(push)).not.toContain(SECRETS.encryptKey);
		expect(JSON.stringify(push)).not.toContain(SECRETS.verificationToken);
	});

	it('whatever the bytes, and without throwing', () => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				expect(open({ body: Buffer.from(bytes) }).kind).toBe('refused');
			}),
		);
		fc.assert(
			fc.property(fc.json(), (json) => {
				expect(open(unsigned(json)).kind).toBe('refused');
			}),
		);
	});

	it('unsigned ciphertexts are refused alike, whether padding or content is wrong', () => {
		const notJson = open(unsigned(encrypt('plain text')));
		const badPadding = open(unsigned({ encrypt: Buffer.alloc(48, 9).toString('base64') }));
		expect(notJson).toEqual(badPadding);
	});
});
