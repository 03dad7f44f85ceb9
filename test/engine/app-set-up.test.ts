import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { decideVersion, versionUnderReview } from '../../sandbox/world/app-console';
import { PERSON_SCOPES } from '../../nodes/shared/purpose/personScopes';
import { receive } from '../unit/sandbox/delivery-receiver';
import { CHAT_BOT_SCOPES } from '../support/app-scopes';
import { openLarkNode, type LarkNode } from './lark-node';

const SET_UP = { resource: 'app', operation: 'setUp', dryRun: false } as const;
const OWN = ['application:application:patch', 'application:application:self_manage'];
const EVENTS = ['card.action.trigger', 'im.message.receive_v1', 'im.chat.member.bot.added_v1'];

/** A request URL without an Encrypt Key, which answers the check of Lark. */
const answering = async () =>
	await receive(({ body }) => {
		const { challenge } = JSON.parse(body) as { challenge?: string };
		return { body: JSON.stringify({ challenge }) };
	});

const descriptionOf = (error?: Error) => (error as { description?: string }).description;

describe('App > Set Up', () => {
	let lark: LarkNode;

	beforeEach(async () => {
		lark = await openLarkNode({
			seed: { app: { scopes: OWN, events: [], botEnabled: false, requestUrl: '', encryptKey: '' } },
		});
		lark.credential.encryptKey = '';
		lark.reset();
	});
	afterEach(async () => await lark.sandbox.close());

	const run = async (parameters: INodeParameters = {}) => {
		const { items, error } = await lark.run({ ...SET_UP, ...parameters });
		if (error) throw error;
		return items.map(({ json }) => json);
	};
	const statuses = (items: IDataObject[]) =>
		Object.fromEntries(items.map(({ change, status }) => [change, status]));
	const changes = () =>
		lark.sandbox.requests.filter(
			({ method, path }) => method !== 'GET' && !path.includes('/auth/'),
		);

	it('makes a working chat bot of a bare app, and is safe to run twice', async () => {
		const { url } = await answering();
		const items = await run({ requestUrl: url });
		expect(statuses(items)).toEqual({
			bot: 'done',
			scopes: 'done',
			requestUrl: 'done',
			events: 'done',
			callbacks: 'done',
			encryptKey: 'left',
			version: 'done',
		});
		const { app } = lark.sandbox;
		expect([...app.scopes].sort()).toEqual([...CHAT_BOT_SCOPES, OWN[0]].sort());
		expect(app).toMatchObject({ botEnabled: true, requestUrl: url, events: EVENTS });
		expect(app.console.callbacks).toEqual({ longConnection: false, requestUrl: url });

		lark.sandbox.requests.length = 0;
		const again = await run({ requestUrl: url });
		expect(statuses(again)).toEqual({
			bot: 'unchanged',
			scopes: 'unchanged',
			events: 'unchanged',
			callbacks: 'unchanged',
			encryptKey: 'left',
			version: 'unchanged',
		});
		expect(changes()).toEqual([]);
	});

	it('says what takes effect at once and what with a version', async () => {
		const { url } = await answering();
		const options = { redirectUrl: 'https://n8n.example.com/rest/oauth2-credential/callback' };
		const items = await run({ requestUrl: url, options });
		const effects = Object.fromEntries(items.map(({ change, effect }) => [change, effect]));
		expect(effects).toMatchObject({
			bot: 'with the published version',
			scopes: 'with the published version',
			requestUrl: 'at once',
			redirectUrl: 'at once',
			version: 'at once',
		});
		expect(lark.sandbox.app.redirectUrls).toContain(options.redirectUrl);
	});

	it('changes nothing in a dry run, and says the same', async () => {
		const { url } = await answering();
		const planned = await run({ requestUrl: url, dryRun: true });
		expect(changes()).toEqual([]);
		const done = await run({ requestUrl: url });
		const told = (items: IDataObject[]) =>
			items.filter(({ change }) => change !== 'version').map(({ detail }) => detail);
		expect(told(planned)).toEqual(told(done));
		expect(planned.map(({ status }) => status)).not.toContain('done');
	});

	it('waits for an administrator where the company wants it, and changes nothing meanwhile', async () => {
		const { app } = lark.sandbox;
		app.console.needsApproval = true;
		const items = await run({ purpose: 'alerts', options: { remark: 'Alerts' } });
		expect(items.at(-1)).toMatchObject({ change: 'version', effect: 'after approval' });
		expect(app.botEnabled).toBe(false);
		const { error } = await lark.run({ ...SET_UP, purpose: 'alerts' });
		expect(error?.message).toMatch(/waits for the approval of an administrator/);
		const version = versionUnderReview(app)!;
		expect(version.remark).toBe('Alerts');
		decideVersion(app, version, true, Date.now());
		expect(app.botEnabled).toBe(true);
		expect(statuses(await run({ purpose: 'alerts' }))).toEqual({
			bot: 'unchanged',
			scopes: 'unchanged',
			version: 'unchanged',
		});
	});

	it('leaves the request URL of another server, unless it is to be replaced', async () => {
		const { url } = await answering();
		const other = 'https://other.example.com/hook';
		lark.sandbox.app.requestUrl = other;
		const items = await run({ requestUrl: url });
		expect(items).toContainEqual(
			expect.objectContaining({
				change: 'events',
				status: 'left',
				detail: expect.stringMatching(/https:\/\/other\.example\.com, which is not this n8n/),
			}),
		);
		expect(lark.sandbox.app.requestUrl).toBe(other);
		await run({ requestUrl: url, options: { replaceRequestUrl: true } });
		expect(lark.sandbox.app.requestUrl).toBe(url);
	});

	it('sets the Encrypt Key of the credential where the app has none, and replaces none', async () => {
		const { url } = await answering();
		lark.credential.encryptKey = 'chosenByTheOperator';
		lark.reset();
		await run({ requestUrl: url });
		expect(lark.sandbox.app.encryptKey).toBe('chosenByTheOperator');
		lark.credential.encryptKey = 'another';
		lark.reset();
		const items = await run({ requestUrl: url });
		expect(statuses(items)).toMatchObject({ encryptKey: 'left' });
		expect(lark.sandbox.app.encryptKey).toBe('chosenByTheOperator');
	});

	it('sets the Verification Token of the credential where the app has none, and replaces none', async () => {
		const { url } = await answering();
		lark.sandbox.app.verificationToken = '';
		lark.credential.verificationToken = 'chosenByTheOperator';
		lark.reset();
		expect(statuses(await run({ requestUrl: url }))).toMatchObject({ verificationToken: 'done' });
		expect(lark.sandbox.app.verificationToken).toBe('chosenByTheOperator');
		lark.credential.verificationToken = 'another';
		lark.reset();
		expect(statuses(await run({ requestUrl: url }))).toMatchObject({ verificationToken: 'left' });
		expect(lark.sandbox.app.verificationToken).toBe('chosenByTheOperator');
	});

	it('adds the scopes of people who connect, with the redirect URL', async () => {
		const options = { redirectUrl: 'https://n8n.example.com/rest/oauth2-credential/callback' };
		const items = await run({ purpose: 'alerts', options });
		expect(items.find(({ change }) => change === 'personScopes')?.detail).toMatch(/offline_access/);
		expect(lark.sandbox.app.scopes).toEqual(expect.arrayContaining([...PERSON_SCOPES]));
		const again = await run({ purpose: 'alerts', options });
		expect(statuses(again)).toEqual({
			bot: 'unchanged',
			scopes: 'unchanged',
			redirectUrl: 'unchanged',
			version: 'unchanged',
		});
	});

	it('publishes what an earlier run has left in the draft, also what Lark does not tell', async () => {
		const { url } = await answering();
		await run({ requestUrl: url });
		lark.credential.encryptKey = 'chosenByTheOperator';
		lark.reset();
		const left = await run({ requestUrl: url, options: { publish: false } });
		expect(statuses(left)).toMatchObject({ encryptKey: 'done', version: 'left' });
		expect(lark.sandbox.app.encryptKey).toBe('');
		const items = await run({ requestUrl: url });
		expect(statuses(items)).toMatchObject({ encryptKey: 'unchanged', version: 'done' });
		expect(lark.sandbox.app.encryptKey).toBe('chosenByTheOperator');
	});

	it('takes nothing away: other scopes, events and redirect URLs stay', async () => {
		const { app } = lark.sandbox;
		app.scopes = [...OWN, 'im:chat:create'];
		app.events = ['p2p_chat_create'];
		const { url } = await answering();
		await run({ requestUrl: url, options: { events: ['application.bot.menu_v6'] } });
		expect(app.scopes).toContain('im:chat:create');
		expect(app.events).toEqual(['p2p_chat_create', ...EVENTS, 'application.bot.menu_v6']);
	});

	it('leaves the long connection alone while none is open', async () => {
		const items = await run({ delivery: 'websocket' });
		expect(items.find(({ change }) => change === 'events')).toMatchObject({
			status: 'left',
			detail: expect.stringMatching(/Publish a workflow with a Lark Long Connection Trigger/),
		});
		expect(lark.sandbox.app.longConnection).toBe(false);
	});

	it('says what to do when Lark cannot verify the request URL, and publishes nothing', async () => {
		const { error } = await lark.run({ ...SET_UP, requestUrl: 'http://127.0.0.1:9/' });
		expect(error?.message).toMatch(/^Lark cannot verify the request URL/);
		expect(descriptionOf(error)).toMatch(/Publish the workflow with the Lark Trigger first/);
		expect(lark.sandbox.app.console.versions).toEqual([]);
	});

	it('names the scopes that an app needs to set itself up, with a link that has them chosen', async () => {
		lark.sandbox.app.scopes = [];
		const { error } = await lark.run(SET_UP);
		expect(error?.message).toMatch(/may not set itself up: it lacks application:application:patch/);
		expect(descriptionOf(error)).toContain(`/auth?q=${OWN.join(',')}`);
		expect(changes()).toEqual([]);
	});

	it.each([
		[{ requestUrl: 'n8n' }, /^Request URL cannot be "n8n"/],
		[{ requestUrl: 'https://n8n.example.com/webhook-test/1/webhook' }, /is a Test URL/],
		[{ options: { redirectUrl: 'here' } }, /^OAuth Redirect URL cannot be "here"/],
		[{ options: { remark: 'x'.repeat(501) } }, /^Remark has 501 characters/],
	])('refuses %j before anything is sent', async (parameters, message) => {
		const { error } = await lark.run({ ...SET_UP, ...parameters });
		expect(error?.message).toMatch(message);
		expect(lark.sandbox.requests).toEqual([]);
	});
});
