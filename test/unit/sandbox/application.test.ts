import { control, subscriber } from './subscriber';
import { bench, type SandboxSetup } from './support';

const OWN = ['application:application:patch', 'application:application:self_manage'];
const PUBLISH = {
	remark: 'Alerts',
	changelog: 'Scopes',
	mobile_default_ability: 'bot',
	pc_default_ability: 'bot',
};

/** An app that may do nothing but change itself. */
const bare = async (app: object = {}) =>
	await bench({ seed: { app: { scopes: OWN, events: [], botEnabled: false, ...app } } });

const path = ({ sandbox }: SandboxSetup, version: string, part: string) =>
	`application/${version}/applications/${sandbox.app.appId}/${part}`;

const config = async (b: SandboxSetup, body: object) =>
	(await b.call('PATCH', path(b, 'v7', 'config'), { body })).body;

const ability = async (b: SandboxSetup) =>
	(await b.call('PATCH', path(b, 'v7', 'ability'), { body: { bot: { enable: true } } })).body.code;

const publish = async (b: SandboxSetup, body: object = {}) =>
	(await b.call('POST', path(b, 'v7', 'publish'), { body: { ...PUBLISH, ...body } })).body;

const scope = (scope_name: string) => ({
	scope: { add_scopes: [{ scope_name, token_type: 'tenant' }] },
});

describe('the set-up of an app by the API', () => {
	it('is a draft until a version is published: bot, scopes, events', async () => {
		const b = await bare();
		expect(await ability(b)).toBe(0);
		expect((await config(b, scope('im:message:send_as_bot'))).code).toBe(0);
		expect((await b.send('text', { text: 'Hi' })).body.code).toBe(99991672);
		expect((await publish(b)).data).toMatchObject({ version: '1.0.1' });
		b.group.bots.push(b.sandbox.app.appId);
		expect((await b.send('text', { text: 'Hi' })).body.code).toBe(0);
		expect(b.sandbox.app.console.draft).toEqual({});
	});

	it('waits for an administrator where versions need approval, and stays as it is when rejected', async () => {
		const b = await bare();
		b.sandbox.app.console.needsApproval = true;
		await ability(b);
		const { version_id } = (await publish(b)).data as unknown as { version_id: string };
		expect(b.sandbox.app.botEnabled).toBe(false);
		expect((await config(b, scope('im:chat'))).code).toBe(210040);
		expect((await publish(b)).code).toBe(210302);
		const decide = `apps/${b.sandbox.app.appId}/versions/${version_id}`;
		await control(b, 'POST', decide, { approve: false });
		expect(b.sandbox.app.botEnabled).toBe(false);
		const again = (await publish(b)).data as unknown as { version_id: string };
		const approve = `apps/${b.sandbox.app.appId}/versions/${again.version_id}`;
		await control(b, 'POST', approve, { approve: true });
		expect(b.sandbox.app.botEnabled).toBe(true);
	});

	it('takes effect at once for exempt scopes, redirect URLs and the IP allow list', async () => {
		const b = await bare({ botEnabled: true, redirectUrls: [] });
		b.sandbox.app.console.exemptScopes = ['im:chat'];
		await config(b, {
			...scope('im:chat'),
			security: { add: { redirect_urls: ['https://a.b/c'] } },
		});
		expect(b.sandbox.app).toMatchObject({ scopes: [...OWN, 'im:chat'] });
		expect(b.sandbox.app.redirectUrls).toEqual(['https://a.b/c']);
		await config(b, { security: { add: { allowed_ips: ['192.0.2.1'] } } });
		const { body } = await b.call('GET', 'bot/v3/info');
		expect(body).toMatchObject({
			code: 99991401,
			msg: expect.stringMatching(/^ip .*127\.0\.0\.1/),
		});
	});

	it('checks the request URL of events, and saves nothing of a call that is refused', async () => {
		const b = await bare({ botEnabled: true, encryptKey: '' });
		const { requestUrl } = b.sandbox.app;
		const event = { subscription_type: 'webhook', request_url: 'http://127.0.0.1:9/' };
		expect((await config(b, { ...scope('im:chat'), event })).code).toBe(210042);
		expect(b.sandbox.app).toMatchObject({ requestUrl, console: { draft: {} } });
		await subscriber(b);
		const own = {
			...event,
			request_url: b.sandbox.app.requestUrl,
			add_events: ['p2p_chat_create'],
		};
		expect((await config(b, { event: own })).code).toBe(0);
		expect(b.sandbox.app).toMatchObject({ events: [] });
		expect(b.sandbox.app.console.draft).toEqual({ events: ['p2p_chat_create'] });
	});

	it.each([
		[{ console: { source: 'base' } }, 210035],
		[{ console: { source: 'bot_builder' } }, 210043],
		[{ console: { isStoreApp: true } }, 210034],
	])('is refused for %j with %i', async ({ console }, code) => {
		const b = await bare();
		Object.assign(b.sandbox.app.console, console);
		expect((await config(b, scope('im:chat'))).code).toBe(code);
	});

	it.each([
		[scope('im:chat'), 210041],
		[scope('nothing:of:this'), 210031],
		[{ event: { subscription_type: 'websocket' } }, 210031],
		[{ event: { subscription_type: 'webhook', add_events: ['card.action.trigger'] } }, 210031],
		[{ callback: { callback_type: 'webhook', add_callbacks: ['p2p_chat_create'] } }, 210031],
		[{ event_and_callback_encrypt_strategy: { encryption_key: '' } }, 99992402],
	])('refuses %j with %i', async (body, code) => {
		expect((await config(await bare(), body)).code).toBe(code);
	});

	it('publishes higher versions only, with the ability that opens first', async () => {
		const b = await bare({ botEnabled: true });
		expect((await publish(b, { version: '1.0.0' })).code).toBe(210303);
		expect((await publish(b, { version: '2' })).code).toBe(210303);
		expect((await publish(b, { mobile_default_ability: undefined })).code).toBe(210304);
		expect((await publish(b, { version: '1.1.0' })).code).toBe(0);
	});

	it('is for the app itself: another app is refused', async () => {
		const b = await bare();
		const other = b.sandbox.registerApp();
		const foreign = `application/v7/applications/${other.appId}/config`;
		const answer = await b.call('PATCH', foreign, { body: scope('im:chat') });
		expect(answer.body.code).toBe(210036);
	});

	it('reads what is granted, what is online and how many connections are open', async () => {
		const b = await bare({ botEnabled: true });
		await config(b, scope('im:chat'));
		const scopes = await b.call('GET', 'application/v6/scopes');
		const listed = (scopes.body.data as unknown as { scopes: object[] }).scopes;
		expect(listed).toContainEqual({ scope_name: 'im:chat', grant_status: 2, scope_type: 'tenant' });
		expect(listed).toContainEqual({ scope_name: OWN[0], grant_status: 1, scope_type: 'tenant' });
		const { body } = await b.call('GET', 'event/v1/connection');
		expect(body.data).toEqual({ online_instance_cnt: 0 });
	});
});
