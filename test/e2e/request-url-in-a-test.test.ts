import type { INodeParameters } from 'n8n-workflow';

import type { N8n } from '../../harness/n8n-server';
import type { App, User } from '../../sandbox';
import { launch, openSetup, type TestSetup } from '../support/server';
import { TRIGGER } from '../support/server/published-trigger';
import {
	BARE_APP,
	productionUrl,
	requestUrlIs,
	saveBare,
	testUrl,
	watchLog,
} from '../support/server/registration';
import { receive } from '../unit/sandbox/delivery-receiver';

/** A server that answers the check of Lark. */
const otherServer = async () =>
	await receive(({ body }) => {
		const { challenge } = JSON.parse(body) as { challenge?: string };
		return { body: JSON.stringify({ challenge }) };
	});

const REPLACING = { webhookOptions: { replaceUrl: true } };

describe('a test of a Lark Trigger', () => {
	let setup: TestSetup;
	const open = async (change: Partial<App> = {}) => {
		const events = ['im.message.receive_v1'];
		setup = await openSetup({ seed: { app: { ...BARE_APP, events, ...change } } });
	};
	afterEach(async () => await setup.close());

	const listen = async (parameters: INodeParameters = {}) => {
		const workflow = await saveBare(setup, parameters);
		await setup.client.listen(workflow.id, TRIGGER);
		return workflow;
	};
	const app = () => setup.sandbox.app;
	const write = () => {
		const { world } = setup.sandbox;
		const from = world.users[0] as User;
		const { chatId } = world.openP2p(from.userId, { type: 'app', appId: app().appId });
		app().scopes = [...app().scopes, 'im:message.p2p_msg:readonly'];
		setup.sandbox.say({ from, chat: chatId, text: 'Just a test' });
	};
	const currentPath = () => app().requestUrl.split('?')[0];

	it('gets the next event without a word in the developer console', async () => {
		await open();
		const workflow = await listen();
		expect(app().requestUrl).toBe(testUrl(setup, workflow));
		write();
		const [{ status }] = await setup.executionsOf(workflow.id, 1);
		expect(status).toBe('success');
	});

	it('gives the URL back to the other server from which it was asked to take it', async () => {
		const { url } = await otherServer();
		await open({ requestUrl: url });
		const workflow = await listen(REPLACING);
		expect(currentPath()).toBe(testUrl(setup, workflow));
		write();
		await setup.executionsOf(workflow.id, 1);
		await requestUrlIs(setup, url);
	});

	it('leaves the URL to another server unless it is asked to take it, and says so', async () => {
		const { url } = await otherServer();
		await open({ requestUrl: url });
		const log = watchLog(setup);
		await listen();
		await log.says(/which is not the address of this n8n/);
		expect(app().requestUrl).toBe(url);
	});

	it('registers nothing while a workflow of the app is published here, which hands the event on', async () => {
		await open();
		const published = await saveBare(setup);
		await setup.client.publish(published);
		const workflow = await listen();
		expect(app().requestUrl).toBe(productionUrl(setup, published));
		write();
		await setup.executionsOf(workflow.id, 1);
		await setup.executionsOf(published.id, 1);
		expect(app().requestUrl).toBe(productionUrl(setup, published));
	});

	it('tries again when Lark does not answer at its end', async () => {
		const { url } = await otherServer();
		await open({ requestUrl: url });
		const workflow = await listen(REPLACING);
		const end = setup.sandbox.intercept(({ method }) => (method === 'PATCH' ? 'drop' : undefined));
		const log = watchLog(setup);
		write();
		await setup.executionsOf(workflow.id, 1);
		await log.says(/could not be put back after the test/);
		end();
		await requestUrlIs(setup, url);
	}, 60_000);

	it('says that it needs keys or the scope to read them', async () => {
		await open({ scopes: [] });
		await expect(listen()).rejects.toThrow(/needs an Encrypt Key.*self_manage/);
	});
});

describe('a test of a Lark Trigger that ends with a crash of n8n', () => {
	let server: N8n;
	let setup: TestSetup;

	beforeAll(async () => {
		const own = await launch();
		server = own.server;
		setup = await openSetup({ seed: { app: BARE_APP } }, own.address);
	}, 60_000);
	afterAll(async () => {
		await setup.close();
		await server.stop();
	});

	it('leaves what was there to the next one that sees it', async () => {
		const { app } = setup.sandbox;
		const { url: other } = await otherServer();
		app.requestUrl = other;
		const workflow = await saveBare(setup, REPLACING);
		await setup.client.listen(workflow.id, TRIGGER);
		process.kill(server.pid, 'SIGKILL');
		await server.restart();
		expect(app.requestUrl).not.toBe(other);

		const second = await saveBare(setup);
		await setup.client.listen(second.id, TRIGGER);
		expect(app.requestUrl).toBe(other);
		await setup.client.publish(workflow);
		expect(app.requestUrl).toBe(productionUrl(setup, workflow));
	}, 120_000);
});
