import { setTimeout as sleep } from 'node:timers/promises';

import { subscribe } from '../../../nodes/LarkLongConnectionTrigger/connection/registry';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { Connection } from '../../../sandbox/socket/connection';
import { waitFor } from '../../../harness/n8n-server/wait';
import { messageEnvelope } from '../../support/server/listener';
import { httpRequest } from './n8n-http';
import { listener } from './subscriber';

/** The shortest interval that is followed, in s. */
const PING_INTERVAL = 1;

/** What a server may say instead of a number. */
const NONSENSE = [0, -1, 1e15, 1e-9, '', 'soon', '-5', null, [], {}];

describe('a long connection', () => {
	let sandbox: Sandbox;
	let leavers: Array<() => void>;
	let heard: ReturnType<typeof listener>;

	beforeEach(async () => {
		sandbox = await startSandbox({ timeScale: 0.001 });
		sandbox.hub.config.PingInterval = PING_INTERVAL;
		heard = listener();
		leavers = [];
	});
	afterEach(async () => {
		for (const leave of leavers) leave();
		await sandbox.close();
	});

	async function connect({ appId, appSecret } = sandbox.app, subscriber = heard.subscriber) {
		leavers.push(await subscribe({ baseUrl: sandbox.url, appId, appSecret }, subscriber));
		return sandbox.hub.of(appId)[0];
	}

	async function replacement(dead: Connection) {
		return await waitFor('another connection', () =>
			sandbox.hub.of(dead.appId).find((each) => each !== dead),
		);
	}

	const push = async (messageId: string) =>
		await sandbox.hub.push(sandbox.app.appId, messageEnvelope(sandbox, messageId));

	it('is replaced within about two ping intervals when it falls silent without closing', async () => {
		const dead = await connect();
		await sleep(PING_INTERVAL * 1_100);
		dead.fallSilent();
		const since = performance.now();
		await replacement(dead);
		expect(performance.now() - since).toBeLessThan(PING_INTERVAL * 3_000);
		await push('om_after');
		expect(heard.events).toHaveLength(1);
		expect(sandbox.hub.of(sandbox.app.appId)).toHaveLength(1);
		expect(heard.lost).toEqual([]);
	});

	it('is replaced, too, when it falls silent before its first ping is answered, and again', async () => {
		const first = await connect();
		first.fallSilent();
		const second = await replacement(first);
		second.fallSilent();
		await replacement(second);
		expect(await push('om_after')).toMatchObject({ code: 200 });
	});

	it('stays as it is as long as pings are answered', async () => {
		const connection = await connect();
		await sleep(PING_INTERVAL * 3_300);
		expect(sandbox.hub.of(sandbox.app.appId)).toEqual([connection]);
		expect([3, 4]).toContain(connection.pings);
	});

	it('keeps its interval, whatever its pongs carry', async () => {
		const settings = NONSENSE.map((value) => ({
			PingInterval: value,
			ReconnectCount: value,
			ReconnectInterval: value,
			ReconnectNonce: value,
		}));
		const payloads = [...settings, {}, null, [], 'soon'].map((each) => JSON.stringify(each));
		const connections = await Promise.all(
			[...payloads, 'not JSON', ''].map(async (pongPayload) => {
				const connection = await connect(sandbox.registerApp());
				return Object.assign(connection, { pongPayload });
			}),
		);
		await sleep(PING_INTERVAL * 3_300);
		for (const { appId, pings, pongPayload } of connections) {
			expect({ pongPayload, isAlive: pings > 0, isFlood: pings > 4 }).toEqual({
				pongPayload,
				isAlive: true,
				isFlood: false,
			});
			expect(sandbox.hub.of(appId)).toHaveLength(1);
		}
	});

	it('opens, and opens again, whatever the endpoint names as settings', async () => {
		for (const value of [...NONSENSE, undefined]) {
			Object.assign(sandbox.hub.config, {
				PingInterval: value,
				ReconnectCount: value,
				ReconnectInterval: value,
				// What is no number leaves the default of 30 s, which is longer than a test may take.
				ReconnectNonce: 0,
			});
			const connection = await connect(sandbox.registerApp());
			connection.drop();
			const again = await replacement(connection);
			await sleep(100);
			expect({ value, isFlood: again.pings > 1 }).toEqual({ value, isFlood: false });
		}
		expect(heard.lost).toEqual([]);
	});

	it('tries again at an interval of its own when pongs allow neither attempts nor pauses', async () => {
		const attempts: number[] = [];
		let isCutOff = false;
		const http = (async (...args: Parameters<typeof httpRequest>) => {
			attempts.push(performance.now());
			if (isCutOff) throw new Error('connect ECONNREFUSED');
			return (await httpRequest(...args)) as unknown;
		}) as typeof httpRequest;
		const connection = await connect(sandbox.app, { ...heard.subscriber, http });
		connection.pongPayload = JSON.stringify({ ReconnectCount: 0, ReconnectInterval: 0 });
		await sleep(PING_INTERVAL * 1_200);
		isCutOff = true;
		attempts.length = 0;
		connection.drop();
		await sleep(2_500);
		isCutOff = false;
		expect(attempts.length).toBeGreaterThan(1);
		expect(attempts.length).toBeLessThan(5);
		await replacement(connection);
		expect(heard.lost).toEqual([]);
	});
});
