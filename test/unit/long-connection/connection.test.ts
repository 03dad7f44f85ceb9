import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';

import type { Subscriber } from '../../../nodes/LarkLongConnectionTrigger/connection/longConnection';
import type { LarkApp } from '../../../nodes/LarkLongConnectionTrigger/connection/discovery';
import { subscribe } from '../../../nodes/LarkLongConnectionTrigger/connection/registry';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { CODES } from '../../../sandbox/socket/endpoint';
import { MAX_CONNECTIONS } from '../../../sandbox/socket/hub';
import { waitFor } from '../../../harness/n8n-server/wait';
import { messageEnvelope } from '../../support/server/listener';
import { httpRequest } from './n8n-http';
import { listener } from './subscriber';

describe('the connection of an app', () => {
	let sandbox: Sandbox;
	let app: LarkApp;
	let leavers: Array<() => void>;

	beforeEach(async () => {
		sandbox = await startSandbox({ timeScale: 0.001 });
		const { appId, appSecret } = sandbox.app;
		app = { baseUrl: sandbox.url, appId, appSecret };
		leavers = [];
	});
	afterEach(async () => {
		for (const leave of leavers) leave();
		await sandbox.close();
	});

	const open = () => sandbox.hub.of(sandbox.app.appId).length;
	const push = async (messageId = 'om_1') =>
		await sandbox.hub.push(sandbox.app.appId, messageEnvelope(sandbox, messageId));

	async function listen(subscriber: Subscriber, as = app) {
		const leave = await subscribe(as, subscriber);
		leavers.push(leave);
		return leave;
	}

	async function closed() {
		await waitFor('the end of the connection', () => open() === 0 || undefined);
	}

	it('is shared by all listeners, also when they start at the same moment', async () => {
		const all = [listener(), listener(), listener()];
		await Promise.all(all.map(async ({ subscriber }) => await listen(subscriber)));
		expect(open()).toBe(1);
		expect(await push()).toEqual({ code: 200, data: undefined });
		expect(all.map(({ events }) => events)).toEqual(Array(3).fill(['im.message.receive_v1']));
	});

	it('stays open until the last listener leaves, which may leave twice', async () => {
		const [one, two] = [listener(), listener()];
		const leave = [await listen(one.subscriber), await listen(two.subscriber)];
		leave[0]();
		leave[0]();
		await push();
		expect([one.events.length, two.events.length]).toEqual([0, 1]);
		leave[1]();
		await closed();
		await listen(listener().subscriber);
		expect(open()).toBe(1);
	});

	it('makes Lark push an event again when a listener could not store it', async () => {
		const failing = listener(async () => await Promise.reject(new Error('database is full')));
		const working = listener();
		await listen(failing.subscriber);
		await listen(working.subscriber);
		expect(await push()).toMatchObject({ code: 500 });
		expect(working.events).toHaveLength(1);
	});

	it('returns the response of the listener that has one', async () => {
		await listen(listener().subscriber);
		await listen(listener(async () => ({ toast: { content: 'Done' } })).subscriber);
		expect(await push()).toEqual({ code: 200, data: { toast: { content: 'Done' } } });
	});

	it.each([
		[
			'a wrong App Secret',
			{ appSecret: 'wrong' },
			/App Secret is wrong\. Copy both again.*1000040345/,
		],
		[
			'an unknown App ID',
			{ appId: 'cli_0000000000000000' },
			/does not know this App ID.*1000040346/,
		],
		['a wrong address', { baseUrl: 'http://127.0.0.1:1' }, /Lark cannot be reached at/],
	])('is not opened with %s', async (_label, wrong, message) => {
		await expect(listen(listener().subscriber, { ...app, ...wrong })).rejects.toThrow(message);
		await sleep(50);
		expect(open()).toBe(0);
	});

	it('is not shared with a listener that has a wrong App Secret', async () => {
		const first = listener();
		await listen(first.subscriber);
		const wrong = { ...app, appSecret: 'wrong' };
		await expect(listen(listener().subscriber, wrong)).rejects.toThrow(/App Secret is wrong/);
		await push();
		expect(first.events).toHaveLength(1);
	});

	it('continues with a renewed App Secret', async () => {
		const first = listener();
		await listen(first.subscriber);
		sandbox.app.appSecret = 'renewed';
		await listen(listener().subscriber, { ...app, appSecret: 'renewed' });
		const [socket] = sandbox.hub.of(sandbox.app.appId);
		socket.drop();
		await waitFor('another connection', () => {
			const [current] = sandbox.hub.of(sandbox.app.appId);
			return (current && current !== socket) || undefined;
		});
		expect(first.lost).toEqual([]);
	});

	it('notifies all listeners when Lark no longer accepts the credential', async () => {
		const [one, two] = [listener(), listener()];
		await listen(one.subscriber);
		await listen(two.subscriber);
		sandbox.app.appSecret = 'changed in the console';
		for (const socket of sandbox.hub.of(sandbox.app.appId)) socket.drop();
		await waitFor('the loss', () => (one.lost.length > 0 && two.lost.length > 0) || undefined);
		expect(one.lost[0].message).toContain(String(CODES.wrongSecret));
		sandbox.app.appSecret = app.appSecret;
		await listen(listener().subscriber);
		expect(open()).toBe(1);
	});

	it('reports possible causes when the WebSocket is refused', async () => {
		const others = Array.from({ length: MAX_CONNECTIONS }, async () => {
			const answer = await fetch(`${sandbox.url}/callback/ws/endpoint`, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify({ AppID: app.appId, AppSecret: app.appSecret }),
			});
			const { data } = (await answer.json()) as { data: { URL: string } };
			return new WebSocket(data.URL);
		});
		const sockets = await Promise.all(others);
		await waitFor('all others', () => open() === MAX_CONNECTIONS || undefined);
		await expect(listen(listener().subscriber)).rejects.toThrow(/fewer than 50 long connections/);
		for (const socket of sockets) socket.terminate();
	});

	it("uses n8n's HTTP agent, which knows the proxy", async () => {
		const direct = http.globalAgent;
		const agent = new http.Agent();
		const create = jest.spyOn(agent, 'createConnection');
		http.globalAgent = agent;
		try {
			await listen(listener().subscriber);
		} finally {
			http.globalAgent = direct;
		}
		expect(create).toHaveBeenCalledTimes(1);
	});

	it('does not open a WebSocket after all listeners have left', async () => {
		const { subscriber } = listener();
		let leaveEarly = () => undefined as void;
		const slow: Subscriber = {
			...subscriber,
			http: (async (...args: Parameters<typeof httpRequest>) => {
				const answer = await httpRequest(...args);
				leaveEarly();
				return answer as unknown;
			}) as typeof httpRequest,
		};
		const leave = await listen(slow);
		const [socket] = sandbox.hub.of(sandbox.app.appId);
		leaveEarly = leave;
		socket.drop();
		await closed();
		await sleep(300);
		expect(open()).toBe(0);
	});
});
