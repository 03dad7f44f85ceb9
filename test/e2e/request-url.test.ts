import type { INodeParameters } from 'n8n-workflow';

import { submitVersion } from '../../sandbox/world/app-console';
import type { App } from '../../sandbox';
import { messageEvent } from '../support/events';
import { request } from '../support/request';
import { openSetup, type TestSetup } from '../support/server';
import {
	BARE_APP,
	productionUrl,
	requestUrlIs,
	saveBare,
	SELF_SCOPES,
	watchLog,
} from '../support/server/registration';

const OTHER = 'https://other.example.com/hook?token=secret';

describe('publishing a workflow with a Lark Trigger', () => {
	let setup: TestSetup;
	const open = async (change: Partial<App> = {}) => {
		setup = await openSetup({ seed: { app: { ...BARE_APP, ...change } } });
	};
	afterEach(async () => await setup.close());

	const publish = async (parameters: INodeParameters = {}) => {
		const workflow = await saveBare(setup, parameters);
		await setup.client.publish(workflow);
		return { workflow, url: productionUrl(setup, workflow) };
	};
	const app = () => setup.sandbox.app;

	it('saves its Production URL as request URL, and says what a version has to publish', async () => {
		await open();
		const log = watchLog(setup);
		const { url } = await publish();
		expect(app().requestUrl).toBe(url);
		await log.says('The Production URL is the request URL of the app now');
		await log.says(/has not subscribed to Message Received.*Run App > Set Up/);
		expect(log.written()).not.toContain(app().verificationToken);
	});

	it('saves nothing twice, and only one of two triggers that are published at once', async () => {
		await open();
		const [one, two] = await Promise.all([publish(), publish()]);
		const saved = app().requestUrl;
		expect([one.url, two.url]).toContain(saved);
		const changes = () => setup.sandbox.requests.filter(({ method }) => method === 'PATCH').length;
		expect(changes()).toBe(1);
		app().events = ['im.message.receive_v1'];
		const event = messageEvent(app().verificationToken);
		await request(saved, 'POST', {
			headers: { 'content-type': 'application/json' },
			body: Buffer.from(JSON.stringify(event)),
		});
		for (const { workflow } of [one, two]) await setup.executionsOf(workflow.id, 1);
		await publish();
		expect(app().requestUrl).toBe(saved);
		expect(changes()).toBe(1);
	});

	it('gives way to another published trigger of the app when it is unpublished', async () => {
		await open();
		const one = await publish();
		const two = await publish();
		expect(app().requestUrl).toBe(one.url);
		await setup.client.unpublish(one.workflow.id);
		await requestUrlIs(setup, two.url);
	});

	it('takes the place of a trigger of this n8n that is not published any more', async () => {
		await open();
		const one = await publish();
		await setup.client.unpublish(one.workflow.id);
		const two = await publish();
		expect(app().requestUrl).toBe(two.url);
	});

	it('fails the first time while another server gets the events, and names its host alone', async () => {
		await open({ requestUrl: OTHER });
		const message = await publish().then(
			() => '',
			(error: Error) => error.message,
		);
		expect(message).toMatch(/go to https:\/\/other\.example\.com, which is not the address/);
		expect(message).toMatch(/turn on Replace the Request URL/);
		expect(message).not.toContain('secret');
		expect(app().requestUrl).toBe(OTHER);
	}, 60_000);

	it('does not fail a workflow that is published already because of another server', async () => {
		await open();
		const { workflow } = await publish();
		app().requestUrl = OTHER;
		const log = watchLog(setup);
		const [trigger] = workflow.nodes;
		const nodes = [{ ...trigger, parameters: { ...trigger.parameters, simple: true } }];
		await setup.client.publish(
			await setup.client.updateWorkflow(workflow.id, { ...workflow, nodes }),
		);
		await log.says(/go to https:\/\/other\.example\.com/);
		expect(app().requestUrl).toBe(OTHER);
	});

	it('replaces the request URL of another server when asked to', async () => {
		await open({ requestUrl: OTHER });
		const { url } = await publish({ webhookOptions: { replaceUrl: true } });
		expect(app().requestUrl).toBe(url);
	});

	it('leaves a webhook of this n8n alone that is no Lark Trigger', async () => {
		await open();
		const own = `${setup.url}/webhook/my-own`;
		app().requestUrl = own;
		const log = watchLog(setup);
		await publish();
		await log.says(/another webhook of this n8n, which is no Lark Trigger/);
		expect(app().requestUrl).toBe(own);
	});

	it('leaves the request URL alone with the option off', async () => {
		await open();
		await publish({ webhookOptions: { registerUrl: false } });
		expect(app().requestUrl).toBe('');
		expect(setup.sandbox.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
	});

	it('works as before without the scope to change the app, and says what it would do', async () => {
		await open({ scopes: [SELF_SCOPES[1]] });
		const log = watchLog(setup);
		await publish();
		await log.says(/With the scope application:application:patch, .* would save its URL/);
		expect(app().requestUrl).toBe('');
	});

	it('leaves a store app to its developer', async () => {
		await open();
		app().console.isStoreApp = true;
		const log = watchLog(setup);
		await publish();
		await log.says(/A store app cannot be set up by the API/);
		expect(log.written()).not.toContain('n8n tries again');
	});

	it('leaves events that go over a long connection', async () => {
		await open({ longConnection: true });
		const log = watchLog(setup);
		await publish();
		await log.says(/go over a long connection.*Receive Events By set to Webhook/);
		expect(app().longConnection).toBe(true);
	});

	it('saves the URL as soon as a version under review is approved', async () => {
		await open();
		const { console } = app();
		console.needsApproval = true;
		const said = { version: '1.0.1', remark: 'More', changelog: 'More' };
		const version = submitVersion(app(), said, Date.now());
		const log = watchLog(setup);
		const { url } = await publish();
		await log.says(/under review.*n8n tries again/);
		expect(app().requestUrl).toBe('');
		version.status = 2;
		await requestUrlIs(setup, url);
	});

	it('saves the URL as soon as Lark answers again', async () => {
		await open();
		// The keys are in the credential, as Lark cannot be asked for them.
		const { verificationToken } = app();
		const workflow = await saveBare(setup, {}, { encryptKey: '', verificationToken });
		const end = setup.sandbox.intercept(() => 'drop');
		const log = watchLog(setup);
		await setup.client.publish(workflow);
		await log.says(/could not be saved.*n8n tries again/);
		end();
		await requestUrlIs(setup, productionUrl(setup, workflow));
	}, 60_000);

	it('says what to do when the check of Lark is refused, and changes nothing', async () => {
		await open({ encryptKey: 'the key that Lark has' });
		const secrets = { encryptKey: 'another key', verificationToken: '' };
		const workflow = await saveBare(setup, {}, secrets);
		const log = watchLog(setup);
		await setup.client.publish(workflow);
		await log.says(/Lark cannot verify the request URL.*has the Encrypt Key/);
		expect(app().requestUrl).toBe('');
		expect(log.written()).not.toMatch(/another key|the key that Lark has/);
	});
});
