import { adaptDefault, EventDispatcher } from '@larksuiteoapi/node-sdk';

import { Dispatcher, type Delivery } from '../../../sandbox/delivery/dispatcher';
import { buildPush, type Push } from '../../../sandbox/delivery/push';
import { listen, stop } from './delivery-receiver';

const envelope = {
	schema: '2.0',
	header: {
		event_id: 'event_1',
		event_type: 'im.message.receive_v1',
		create_time: '1608725989000',
		token: 'token',
		app_id: 'cli_app',
		tenant_key: 'tenant',
	},
	event: {
		sender: { sender_type: 'user' },
		message: { message_id: 'om_1', message_type: 'text', content: '{"text":"你好 <b>👋</b>"}' },
	},
};

const subscription = {
	appId: 'cli_app',
	requestUrl: '',
	verificationToken: 'token',
	encryptKey: 'test key',
};

const log = () => undefined;
const logger = { error: log, warn: log, info: log, debug: log, trace: log };

/** The official SDK's receiver, which decrypts and checks signatures by itself. */
function createOfficialReceiver(encryptKey: string) {
	const accepted: unknown[] = [];
	const receiver = new EventDispatcher({ encryptKey, logger }).register({
		'im.message.receive_v1': (event) => {
			accepted.push(event.message.content);
		},
	});
	return { accepted, receiver };
}

it.each([
	['signed and encrypted', 'test key'],
	['plain', ''],
])('the official SDK serves a request URL for %s pushes', async (_label, encryptKey) => {
	const { accepted, receiver } = createOfficialReceiver(encryptKey);
	const handle = adaptDefault('/webhook', receiver, { autoChallenge: true });
	const { server, url } = await listen((request, response) => void handle(request, response));

	const delivery = await new Promise<Delivery>((resolve, reject) => {
		const dispatcher = new Dispatcher({ clock: Date.now, timeScale: 0, onDelivery: resolve });
		const there = { ...subscription, requestUrl: url, encryptKey };
		dispatcher.verifyUrl(there).then(() => dispatcher.dispatch(there, envelope), reject);
	});

	expect(delivery).toMatchObject({ status: 200, done: true });
	expect(accepted).toEqual([envelope.event.message.content]);
	await stop(server);
});

describe('forged pushes', () => {
	const genuine = buildPush(subscription, envelope, { now: 1_608_725_989_000, nonce: 'nonce' });
	const otherNonce = { ...genuine.headers, 'X-Lark-Request-Nonce': 'other' };
	const otherBody = buildPush(subscription, envelope, { now: 0, nonce: '' }).body;

	async function isAccepted({ headers, body }: Push): Promise<boolean> {
		const { accepted, receiver } = createOfficialReceiver(subscription.encryptKey);
		const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
		const inherited: object = Object.create({ headers: Object.fromEntries(lowerCase) });
		await receiver.invoke(Object.assign(inherited, JSON.parse(body)));
		return accepted.length === 1;
	}

	it.each([
		['accepts the genuine push', genuine, true],
		['refuses another nonce', { ...genuine, headers: otherNonce }, false],
		['refuses another body', { ...genuine, body: otherBody }, false],
	])('the official SDK %s', async (_label, push, expected) => {
		expect(genuine.headers['X-Lark-Request-Timestamp']).toBe('1608725989');
		expect(await isAccepted(push)).toBe(expected);
	});
});
