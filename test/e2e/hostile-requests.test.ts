import { randomUUID } from 'node:crypto';
import http from 'node:http';

import { buildUrlVerification, signPush } from '../../sandbox/delivery/push';
import { openSetup, type TestSetup } from '../support/server';
import {
	publishTrigger,
	saveTrigger,
	type PublishedTrigger,
} from '../support/server/published-trigger';

const MINUTES = 60 * 1000;
const JSON_ONLY = { 'Content-Type': 'application/json; charset=utf-8' };

const version2 = (token: string) => ({
	schema: '2.0',
	header: {
		event_id: randomUUID(),
		event_type: 'im.message.receive_v1',
		create_time: String(Date.now()),
		token,
		app_id: 'cli_a5b0c1d2e3f40516',
		tenant_key: 'tenant',
	},
	event: {
		message: {
			message_id: `om_${randomUUID()}`,
			message_type: 'text',
			content: '{"text":"hi"}',
		},
	},
});

const version1 = (token: string) => ({
	uuid: randomUUID(),
	token,
	ts: '1502199207.7171419',
	type: 'event_callback',
	event: { type: 'im.message.receive_v1' },
});

describe('the webhook and hostile requests', () => {
	let setup: TestSetup;
	let trigger: PublishedTrigger;

	// The app may neither change itself nor read its keys.
	beforeAll(async () => (setup = await openSetup({ seed: { app: { scopes: [] } } })));
	afterAll(async () => await setup.close());

	describe('with an Encrypt Key', () => {
		const secrets = {
			encryptKey: `key ${randomUUID()}`,
			verificationToken: `token ${randomUUID()}`,
		};
		const event = () => version2(secrets.verificationToken);
		const good = () => trigger.push(event());
		/** Signs bytes that are not an event, as an attacker who knows the key. */
		const signRaw = (body: string) =>
			signPush(trigger.subscription, body, { now: Date.now(), nonce: randomUUID() });

		beforeAll(async () => (trigger = await publishTrigger(setup, secrets)));
		// An execution that a refused request had started would show by now.
		afterAll(async () => void (await trigger.accepts(good())));

		it('accepts a valid event once and returns the payload without the token', async () => {
			const sent = event();
			const { token, ...header } = sent.header;
			expect(await trigger.accepts(trigger.push(sent))).toEqual({ ...sent, header });
			expect(token).toBe(secrets.verificationToken);
		});

		it('answers 200 to a retry of the same message and starts nothing', async () => {
			const sent = event();
			await trigger.accepts(trigger.push(sent));
			const again = { ...sent, header: { ...sent.header, event_id: randomUUID() } };
			await trigger.ignores(trigger.push(again));
		});

		it('answers 200 to an event of another type and starts nothing', async () => {
			const sent = event();
			sent.header.event_type = 'im.chat.updated_v1';
			await trigger.ignores(trigger.push(sent));
		});

		it('answers the encrypted URL verification', async () => {
			const answer = await trigger.send(buildUrlVerification(trigger.subscription, 'abc'));
			expect(answer).toEqual({ status: 200, body: '{"challenge":"abc"}' });
		});

		it('refuses an event without a signature', async () => {
			await trigger.refuses({ headers: JSON_ONLY, body: good().body }, 'no signature');
		});

		it('refuses a wrong signature', async () => {
			const { headers, body } = good();
			const forged = { ...headers, 'X-Lark-Signature': 'a'.repeat(64) };
			await trigger.refuses({ headers: forged, body }, 'signature does not fit');
		});

		it('refuses a valid signature of another body', async () => {
			const mixed = { headers: good().headers, body: good().body };
			await trigger.refuses(mixed, 'signature does not fit');
		});

		it('refuses a timestamp 9 hours old', async () => {
			await trigger.refuses(trigger.push(event(), { age: 9 * 60 * MINUTES }), 'timestamp');
		});

		it('refuses the replay of a valid request', async () => {
			const sent = good();
			await trigger.accepts(sent);
			await trigger.refuses(sent, 'received before');
			const upperCase = sent.headers['X-Lark-Signature'].toUpperCase();
			const headers = { ...sent.headers, 'X-Lark-Signature': upperCase };
			await trigger.refuses({ ...sent, headers }, 'received before');
		});

		it('accepts a push with the timestamp of a first push 6 hours ago', async () => {
			await trigger.accepts(trigger.push(event(), { age: 6 * 60 * MINUTES }));
		});

		it('refuses JSON that is nested thousands deep', async () => {
			const deep = `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
			await trigger.refuses(signRaw(deep), '100 levels');
		});

		it('refuses a wrong verification token in envelope version 2 and 1', async () => {
			await trigger.refuses(trigger.push(version2('wrong')), 'verification token');
			await trigger.refuses(trigger.push(version1('wrong')), 'verification token');
		});

		it('refuses a body that cannot be decrypted', async () => {
			const as = { ...trigger.subscription, encryptKey: 'other' };
			const { body } = trigger.push(event(), { as });
			await trigger.refuses(signRaw(body), 'cannot be decrypted');
			await trigger.refuses(signRaw('{"encrypt":"AAAA"}'), 'cannot be decrypted');
		});

		it.each([['[1,2]'], ['"text"'], ['null'], ['{"a":'], ['']])(
			'refuses the body %j',
			async (body) => await trigger.refuses(signRaw(body), 'not a JSON object'),
		);

		it('refuses a body of 20 MB and keeps serving', async () => {
			const body = JSON.stringify({ encrypt: 'A'.repeat(20 * 1024 * 1024) });
			await trigger.refuses(signRaw(body), 'larger than');
			await trigger.accepts(good());
		});

		it('refuses a compressed body', async () => {
			const { headers, body } = good();
			const compressed = { ...headers, 'Content-Encoding': 'gzip' };
			await trigger.refuses({ headers: compressed, body }, 'compressed');
		});

		it.each(['GET', 'PUT', 'DELETE'])('refuses %s', async (method) => {
			await trigger.refuses({ headers: {}, body: '' }, 'not registered', method);
		});

		it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
			'verifies the signature of a body with the content type %s',
			async (type) => {
				const { headers, body } = good();
				await trigger.accepts({ headers: { ...headers, 'Content-Type': type }, body });
				await trigger.refuses({ headers: { 'Content-Type': type }, body }, 'no signature');
			},
		);

		it('refuses a URL verification with a wrong token', async () => {
			const wrong = { ...trigger.subscription, verificationToken: 'wrong' };
			const plain = { ...wrong, encryptKey: '' };
			await trigger.refuses(buildUrlVerification(wrong, 'abc'), 'verification token');
			await trigger.refuses(buildUrlVerification(plain, 'abc'), 'verification token');
		});

		it('keeps serving after a sender that disconnects', async () => {
			await hangUp(trigger.url);
			await trigger.accepts(good());
		});
	});

	describe('with a Verification Token alone', () => {
		const secrets = { encryptKey: '', verificationToken: `token ${randomUUID()}` };

		beforeAll(async () => (trigger = await publishTrigger(setup, secrets)));

		it('accepts a valid event once', async () => {
			const sent = trigger.push(version2(secrets.verificationToken));
			await trigger.accepts(sent);
			await trigger.ignores(sent);
		});

		it('answers the plain URL verification, and refuses a wrong token', async () => {
			const answer = await trigger.send(buildUrlVerification(trigger.subscription, 'abc'));
			expect(answer).toEqual({ status: 200, body: '{"challenge":"abc"}' });
			const wrong = { ...trigger.subscription, verificationToken: 'wrong' };
			await trigger.refuses(buildUrlVerification(wrong, 'abc'), 'verification token');
		});

		it('refuses a wrong or missing token in envelope version 2 and 1', async () => {
			for (const envelope of [version2('wrong'), version2(''), version1('wrong'), version1('')]) {
				await trigger.refuses(trigger.push(envelope), 'verification token');
			}
		});

		it('refuses an encrypted event', async () => {
			const as = { ...trigger.subscription, encryptKey: 'some key' };
			const { body } = trigger.push(version2(secrets.verificationToken), { as });
			await trigger.refuses({ headers: JSON_ONLY, body }, 'no Encrypt Key');
		});
	});

	it('writes few lines into the log when many forged requests come, and keeps serving', async () => {
		const secrets = {
			encryptKey: `key ${randomUUID()}`,
			verificationToken: `token ${randomUUID()}`,
		};
		const flooded = await publishTrigger(setup, secrets);
		const event = () => version2(secrets.verificationToken);
		const { headers, body } = flooded.push(event());
		const forged = { headers: { ...headers, 'X-Lark-Signature': 'a'.repeat(64) }, body };
		const logged = setup.log.lines().length;
		for (let i = 0; i < 10; i++) {
			const sent = await Promise.all(Array.from({ length: 6 }, () => flooded.send(forged)));
			expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([401]));
		}
		const lines = setup.log
			.lines()
			.slice(logged)
			.filter((line) => line.includes('refused'));
		expect(lines).toHaveLength(30);
		await flooded.accepts(flooded.push(event()));
	});

	it('refuses to publish without an Encrypt Key or a Verification Token', async () => {
		const workflow = await saveTrigger(setup, { encryptKey: '', verificationToken: '' });
		await expect(setup.client.publish(workflow)).rejects.toThrow(
			/needs an Encrypt Key or a Verification Token/,
		);
	});
});

/** Begins a request and breaks the connection in the middle of the body. */
async function hangUp(url: string): Promise<void> {
	await new Promise<void>((resolve) => {
		const headers = { 'Content-Length': 1000 };
		const sent = http.request(url, { method: 'POST', headers });
		sent.on('error', () => resolve());
		sent.write('{"encrypt":', () => setTimeout(() => sent.destroy(), 200));
	});
}
