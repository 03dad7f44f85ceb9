import { AESCipher } from '@larksuiteoapi/node-sdk';

import { sign } from '../../../sandbox/delivery/crypto';
import {
	RETRY_DELAYS_MS,
	type Delivery,
	type Subscription,
} from '../../../sandbox/delivery/dispatcher';
import { createDispatcher, receive, subscribe, type Received } from './delivery-receiver';

const envelope = {
	schema: '2.0',
	header: { event_id: 'event_1', event_type: 'im.message.receive_v1', token: 'token' },
	event: { message: { message_id: 'om_1' } },
};

/** Dispatches one event and waits for the last of its attempts. */
async function dispatchToTheEnd(
	subscription: Subscription,
	timeScale = 0,
	payload: object = envelope,
) {
	return await new Promise<Delivery[]>((resolve) => {
		const dispatcher = createDispatcher({
			timeScale,
			onDelivery: (delivery) => delivery.done && resolve(dispatcher.deliveries),
		});
		dispatcher.dispatch(subscription, payload);
	});
}

const timestampOf = (request: Received) => String(request.headers['x-lark-request-timestamp']);
const nonceOf = (request: Received) => String(request.headers['x-lark-request-nonce']);

describe('dispatch', () => {
	it('posts the plain envelope without a signature when there is no Encrypt Key', async () => {
		const receiver = await receive(() => ({}));

		const deliveries = await dispatchToTheEnd(subscribe(receiver.url));

		expect(deliveries).toEqual([
			{
				id: expect.any(String),
				eventId: 'event_1',
				eventType: 'im.message.receive_v1',
				appId: 'cli_app',
				attempt: 1,
				at: expect.any(Number),
				status: 200,
				durationMs: expect.any(Number),
				done: true,
			},
		]);
		const [{ method, headers, body }] = receiver.received;
		expect(method).toBe('POST');
		expect(headers['content-type']).toBe('application/json; charset=utf-8');
		expect(Object.keys(headers).filter((name) => name.startsWith('x-lark'))).toEqual([]);
		expect(JSON.parse(body)).toEqual(envelope);
	});

	it('encrypts the envelope and signs the raw body when there is an Encrypt Key', async () => {
		const receiver = await receive(() => ({}));

		await dispatchToTheEnd(subscribe(receiver.url, 'test key'));

		const [request] = receiver.received;
		const { encrypt } = JSON.parse(request.body) as { encrypt: string };
		expect(JSON.parse(new AESCipher('test key').decrypt(encrypt))).toEqual(envelope);
		expect(Math.abs(Date.now() / 1000 - Number(timestampOf(request)))).toBeLessThan(5);
		expect(request.headers['x-lark-signature']).toBe(
			sign({
				timestamp: timestampOf(request),
				nonce: nonceOf(request),
				encryptKey: 'test key',
				rawBody: request.body,
			}),
		);
	});

	it('retries four times at most: the same body, each time under a new nonce', async () => {
		const receiver = await receive(() => ({ status: 500 }));

		const deliveries = await dispatchToTheEnd(subscribe(receiver.url, 'test key'));

		expect(deliveries.map(({ attempt, status, done }) => ({ attempt, status, done }))).toEqual([
			{ attempt: 1, status: 500, done: false },
			{ attempt: 2, status: 500, done: false },
			{ attempt: 3, status: 500, done: false },
			{ attempt: 4, status: 500, done: false },
			{ attempt: 5, status: 500, done: true },
		]);
		expect(new Set(deliveries.map(({ eventId }) => eventId))).toEqual(new Set(['event_1']));
		expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
		expect(new Set(receiver.received.map(nonceOf)).size).toBe(5);
	});

	it('waits 15 s, 5 min, 1 h and 6 h, times the scale', async () => {
		const receiver = await receive(() => ({ status: 500 }));
		const timeScale = 1 / 100_000;

		const deliveries = await dispatchToTheEnd(subscribe(receiver.url), timeScale);

		expect(RETRY_DELAYS_MS).toEqual([15_000, 300_000, 3_600_000, 21_600_000]);
		deliveries.slice(0, -1).forEach(({ at, durationMs, nextAttemptAt }, index) => {
			expect(nextAttemptAt).toBeCloseTo(at + durationMs + RETRY_DELAYS_MS[index] * timeScale);
			expect(deliveries[index + 1].at).toBeGreaterThanOrEqual(Math.floor(nextAttemptAt ?? NaN) - 2);
		});
		expect(deliveries[4]).not.toHaveProperty('nextAttemptAt');
	});

	it('remembers the latest 10,000 attempts', async () => {
		const receiver = await receive(() => ({}));
		const [old] = await dispatchToTheEnd(subscribe(receiver.url));
		const deliveries = await new Promise<Delivery[]>((resolve) => {
			const dispatcher = createDispatcher({ onDelivery: () => resolve(dispatcher.deliveries) });
			dispatcher.deliveries.push(...Array.from({ length: 10_000 }, () => old));
			dispatcher.dispatch(subscribe(receiver.url), { header: { event_id: 'newest' } });
		});
		expect(deliveries).toHaveLength(10_000);
		expect(deliveries.at(-1)?.eventId).toBe('newest');
	});

	it('stops at the first HTTP 200', async () => {
		const receiver = await receive((_request, count) => ({ status: count < 3 ? 503 : 200 }));

		const deliveries = await dispatchToTheEnd(subscribe(receiver.url));

		expect(deliveries.map(({ status }) => status)).toEqual([503, 503, 200]);
	});

	it.each([201, 204, 302])(
		'takes HTTP %i for a failure and follows no redirect',
		async (status) => {
			const receiver = await receive((_request, count) =>
				count === 1 ? { status, headers: { location: '/elsewhere' } } : {},
			);

			const deliveries = await dispatchToTheEnd(subscribe(receiver.url));

			expect(deliveries.map((delivery) => delivery.status)).toEqual([status, 200]);
			expect(deliveries[0].error).toBe(`HTTP ${status} instead of 200`);
		},
	);

	it('says why in the words of the receiver', async () => {
		const body = '{"message":"The requested webhook is not registered.","hint":""}';
		const receiver = await receive((_request, count) => (count === 1 ? { status: 404, body } : {}));

		const [{ error }] = await dispatchToTheEnd(subscribe(receiver.url));

		expect(error).toBe('HTTP 404 instead of 200: The requested webhook is not registered.');
	});

	it.each([
		['nobody listens', 'http://127.0.0.1:1/', /ECONNREFUSED/],
		['nobody listens on localhost', 'http://localhost:1/', /ECONNREFUSED/],
		['the URL is none', 'not a url', /Invalid URL/],
	])('says so when %s', async (_label, url, error) => {
		const deliveries = await dispatchToTheEnd(subscribe(url));

		expect(deliveries).toHaveLength(5);
		expect(deliveries[0]).toMatchObject({ status: null, error: expect.stringMatching(error) });
	});

	it('pushes what the event was when it was dispatched', async () => {
		const receiver = await receive((_request, count) => ({ status: count === 1 ? 500 : 200 }));
		const payload = structuredClone(envelope);
		const end = dispatchToTheEnd(subscribe(receiver.url), 0, payload);
		payload.event.message.message_id = 'om_changed';

		await end;

		expect(receiver.received.map(({ body }) => JSON.parse(body))).toEqual([envelope, envelope]);
	});

	it('names a v1 event by its uuid and its inner type', async () => {
		const receiver = await receive(() => ({}));
		const payload = { uuid: 'uuid_1', type: 'event_callback', event: { type: 'p2p_chat_create' } };

		const [delivery] = await dispatchToTheEnd(subscribe(receiver.url), 0, payload);

		expect(delivery).toMatchObject({ eventId: 'uuid_1', eventType: 'p2p_chat_create' });
	});

	it('pushes nothing for an app without a request URL', async () => {
		const dispatcher = createDispatcher();

		dispatcher.dispatch(subscribe(''), envelope);
		await new Promise(setImmediate);

		expect(dispatcher.deliveries).toEqual([]);
	});
});

describe('deadlines', () => {
	it('waits 1 s for a verification and 3 s for an event', async () => {
		const receiver = await receive(() => 'never');
		const dispatcher = createDispatcher();
		const verification = expect(dispatcher.verifyUrl(subscribe(receiver.url))).rejects.toThrow(
			'URL verification failed: no answer within 1 s',
		);
		const start = Date.now();

		const delivery = await new Promise<Delivery>((resolve) =>
			createDispatcher({ timeScale: 1, onDelivery: resolve }).dispatch(
				subscribe(receiver.url),
				envelope,
			),
		);

		await verification;
		expect(delivery).toMatchObject({ status: null, error: 'no answer within 3 s', done: false });
		expect(Date.now() - start).toBeGreaterThanOrEqual(2_990);
	});
});

describe('close', () => {
	it('gives up retries and attempts under way', async () => {
		const receiver = await receive((_request, count) => (count === 1 ? { status: 500 } : 'never'));
		const dispatcher = createDispatcher({ timeScale: 1 });
		dispatcher.dispatch(subscribe(receiver.url), envelope);
		while (dispatcher.deliveries.length < 1) await new Promise(setImmediate);
		dispatcher.dispatch(subscribe(receiver.url), envelope);
		while (receiver.received.length < 2) await new Promise(setImmediate);

		dispatcher.close();
		dispatcher.dispatch(subscribe(receiver.url), envelope);
		await new Promise((resolve) => setTimeout(resolve, 50));

		expect(dispatcher.deliveries).toHaveLength(1);
		expect(receiver.received).toHaveLength(2);
	});
});
