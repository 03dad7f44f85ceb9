import { EventDispatcher, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';

import { startSandbox, type Sandbox } from '../../../sandbox';
import { MAX_CONNECTIONS } from '../../../sandbox/socket/hub';
import { waitFor } from '../../../harness/n8n-server/wait';

const log = () => undefined;
const logger = { error: log, warn: log, info: log, debug: log, trace: log };

interface Client {
	events: string[];
	client: WSClient;
	errors: Error[];
}

describe("the long connection, used by the official SDK's client", () => {
	let sandbox: Sandbox;
	let clients: Client[];

	beforeEach(async () => {
		sandbox = await startSandbox({ timeScale: 0.001 });
		clients = [];
	});
	afterEach(async () => {
		for (const { client } of clients) client.close({ force: true });
		await sandbox.close();
	});

	function start(appSecret = sandbox.app.appSecret, handle = async () => undefined as unknown) {
		const { appId } = sandbox.app;
		const errors: Error[] = [];
		const client = new WSClient({
			appId,
			appSecret,
			domain: sandbox.url,
			logger,
			loggerLevel: LoggerLevel.fatal,
			onError: (error) => errors.push(error),
		});
		const events: string[] = [];
		const eventDispatcher = new EventDispatcher({ logger }).register({
			'im.message.receive_v1': async ({ message }) => {
				events.push((JSON.parse(message.content) as { text: string }).text);
				return await handle();
			},
		});
		void client.start({ eventDispatcher });
		const started = { client, events, errors };
		clients.push(started);
		return started;
	}

	async function connected(count: number) {
		const { hub, app } = sandbox;
		await waitFor(`${count} connections`, () => hub.of(app.appId).length === count || undefined);
		sandbox.useLongConnection(app.appId);
	}

	function write(text: string) {
		const [user] = sandbox.world.users;
		const { appId } = sandbox.app;
		const { chatId } = sandbox.world.openP2p(user.userId, { type: 'app', appId });
		return sandbox.say({ from: user, chat: chatId, text });
	}

	async function attempts(count: number) {
		return await waitFor(
			`${count} attempts`,
			() => (sandbox.deliveries.length >= count ? sandbox.deliveries : undefined),
			8_000,
		);
	}

	it('is told to the page as soon as it opens and ends', async () => {
		const { world, hub, app } = sandbox;
		const counts: number[] = [];
		world.on(({ type }) => {
			if (type === 'state') counts.push(hub.of(app.appId).length);
		});
		const { client } = start();
		await waitFor('the connection', () => counts.includes(1) || undefined);
		client.close({ force: true });
		await waitFor('its end', () => counts.at(-1) === 0 || undefined);
	});

	it('is switched on by the control API, once a client is connected', async () => {
		const { appId } = sandbox.app;
		const control = `${sandbox.url}/sandbox`;
		const switchOn = async () =>
			await fetch(`${control}/apps/${appId}/long-connection`, { method: 'PUT' });
		const early = await switchOn();
		expect([early.status, await early.json()]).toEqual([
			400,
			{ error: 'No long connection has been established' },
		]);
		const { events } = start();
		await waitFor('a connection', () => sandbox.hub.of(appId).length === 1 || undefined);
		expect((await switchOn()).status).toBe(200);
		const { apps } = (await (await fetch(`${control}/state`)).json()) as { apps: object[] };
		expect(apps).toMatchObject([{ app_id: appId, long_connection: true }]);
		write('hello');
		await attempts(1);
		expect(events).toEqual(['hello']);
	});

	it('hands over an event in plain text, even of an app with an Encrypt Key', async () => {
		const { events } = start();
		await connected(1);
		write('hello');
		expect(await attempts(1)).toMatchObject([{ status: 200, done: true, attempt: 1 }]);
		expect(events).toEqual(['hello']);
	});

	it('hands over an event that takes several frames', async () => {
		const { events } = start();
		await connected(1);
		const long = '你好'.repeat(10_000);
		write(long);
		await attempts(1);
		expect(events).toEqual([long]);
	});

	it('gives each event to one of the connections only', async () => {
		start();
		start();
		await connected(2);
		for (let i = 0; i < 40; i++) write(String(i));
		await attempts(40);
		const [one, two] = clients.map(({ events }) => events);
		expect([...one, ...two].sort((a, b) => Number(a) - Number(b))).toEqual(
			Array.from({ length: 40 }, (_, i) => String(i)),
		);
		expect(Math.min(one.length, two.length)).toBeGreaterThan(0);
	});

	it('pushes an event again when the handler throws', async () => {
		let calls = 0;
		const { events } = start(undefined, async () => {
			if (++calls < 3) throw new Error('not now');
			return undefined;
		});
		await connected(1);
		write('again');
		const pushed = await waitFor('the last push', () =>
			sandbox.deliveries.at(-1)?.done ? sandbox.deliveries : undefined,
		);
		expect(pushed.map(({ status }) => status).filter(Boolean)).toEqual([500, 500, 200]);
		expect(events.length).toBeGreaterThanOrEqual(3);
	});

	it('pushes an event again when the handler takes longer than 3 s', async () => {
		const answers = [new Promise(() => undefined), Promise.resolve()];
		start(undefined, async () => await answers.shift());
		await connected(1);
		write('slow');
		expect(await attempts(2)).toMatchObject([
			{ status: null, error: 'no answer within 3 s', done: false },
			{ status: 200, done: true },
		]);
	});

	it('brings back what a handler returns', async () => {
		start(undefined, async () => ({ toast: { type: 'info', content: 'Done' } }));
		await connected(1);
		const envelope = {
			schema: '2.0',
			header: { event_type: 'im.message.receive_v1' },
			event: { message: { content: '{"text":"x"}' } },
		};
		const answer = await sandbox.hub.push(sandbox.app.appId, JSON.stringify(envelope));
		expect(answer).toEqual({ code: 200, data: { toast: { type: 'info', content: 'Done' } } });
	});

	it('is opened again by the client after it broke', async () => {
		const { events } = start();
		await connected(1);
		const [first] = sandbox.hub.of(sandbox.app.appId);
		first.drop();
		write('meanwhile');
		await waitFor('the event', () => events.length > 0 || undefined);
		expect(sandbox.hub.of(sandbox.app.appId)).not.toContain(first);
	});

	it('refuses a wrong App Secret with the code of Lark', async () => {
		const { errors } = start('wrong');
		await waitFor('the refusal', () => errors.length > 0 || undefined);
		expect(errors[0].message).toContain('code=1000040345');
	});

	it(`refuses connection number ${MAX_CONNECTIONS + 1} of an app`, async () => {
		for (let i = 0; i < MAX_CONNECTIONS; i++) start();
		await connected(MAX_CONNECTIONS);
		const { client } = start();
		await waitFor(
			'a second attempt',
			() => client.getConnectionStatus().reconnectAttempts > 0 || undefined,
		);
		expect(sandbox.hub.of(sandbox.app.appId)).toHaveLength(MAX_CONNECTIONS);
	});

	it('can be chosen only while a client is connected', () => {
		expect(() => sandbox.useLongConnection(sandbox.app.appId)).toThrow(
			'No long connection has been established',
		);
	});
});
