import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { App } from '../../sandbox';
import { newConsole } from '../../sandbox/world/app-console';
import { openSetup, type TestSetup } from '../support/server';

/** An app that takes calls from another address only. */
const withAddresses = { console: newConsole({ allowedIps: ['192.0.2.1'] }) };

const TRIGGER = 'Start';
const HTTP_REQUEST = 'Read the bot';

describe('the credential', () => {
	let setup: TestSetup;

	beforeAll(async () => (setup = await openSetup()));
	afterAll(async () => await setup.close());

	const test = async (change: ICredentialDataDecryptedObject = {}) =>
		await setup.client.testCredential(setup.larkApi, { ...setup.credential, ...change });
	const testApp = async (given: Partial<App>) => {
		const { appId, appSecret } = setup.sandbox.registerApp(given);
		return await test({ appId, appSecret });
	};

	describe('its test', () => {
		it('passes for a working app after requesting a token and the bot from Lark', async () => {
			setup.sandbox.requests.length = 0;
			expect(await test()).toMatchObject({ status: 'OK' });
			expect(setup.sandbox.requests.map(({ endpointId, code }) => [endpointId, code])).toEqual([
				['auth.v3.tenant_access_token.internal', 0],
				['bot.v3.info.get', 0],
			]);
		});

		it('passes for an App ID and a secret with pasted spaces and line breaks', async () => {
			const { appId, appSecret } = setup.sandbox.app;
			const pasted = {
				appId: ` ${appId}\n`,
				appSecret: `${appSecret.slice(0, 9)}\n ${appSecret.slice(9)}`,
			};
			expect(await test(pasted)).toMatchObject({ status: 'OK' });
		});

		it.each<[string, () => ReturnType<typeof test>, RegExp]>([
			[
				'a wrong App ID',
				() => test({ appId: 'cli_0000000000000000' }),
				/does not know this App ID/,
			],
			['a wrong App Secret', () => test({ appSecret: 'wrong' }), /App Secret is wrong.*Copy/],
			['an app of the other brand', () => testApp({ brand: 'feishu' }), /other brand.*region/],
			['a disabled app', () => testApp({ disabled: true }), /app is disabled.*enabled/],
			['an app without a bot', () => testApp({ botEnabled: false }), /Add Features > Bot/],
			['an address that the app does not allow', () => testApp(withAddresses), /IP Whitelist/],
			['an empty App Secret', () => test({ appSecret: ' \n' }), /App Secret.*is empty\. Copy/],
			['an app that is not published', () => testApp({ activateStatus: 0 }), /Publish a version/],
			[
				'a host that does not answer',
				() => test({ baseUrl: 'http://127.0.0.1:9' }),
				/cannot be reached at http:\/\/127.0.0.1:9: the connection was refused/,
			],
			['a base URL that is none', () => test({ baseUrl: 'open.larksuite.com' }), /https:\/\//],
			[
				'a host that is not Lark',
				() => test({ baseUrl: setup.url }),
				/answer is not from the Lark API.*region or base URL/,
			],
		])('says what to do about %s', async (_case, result, text) => {
			const { status, message } = await result();
			expect({ status, message }).toEqual({
				status: 'Error',
				message: expect.stringMatching(text),
			});
			expect(message).not.toContain(setup.sandbox.app.appSecret);
		});
	});

	it('authenticates the HTTP Request node, and replaces a token that has expired or belongs to another app', async () => {
		const stale = await setup.client.createCredential({
			name: 'Stale',
			type: 'larkApi',
			data: {
				...setup.credential,
				tenantAccessToken: 't-of-another-app',
				expiresAt: Date.now() + 3600_000,
				issuedFor: 'another app',
			},
		});
		const { id } = await setup.saveWorkflow({
			name: 'HTTP Request',
			nodes: [
				{
					id: 'start',
					name: TRIGGER,
					type: 'n8n-nodes-base.manualTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: {},
				},
				{
					id: 'request',
					name: HTTP_REQUEST,
					type: 'n8n-nodes-base.httpRequest',
					typeVersion: 4.2,
					position: [200, 0],
					parameters: {
						url: `${String(setup.credential.baseUrl)}/open-apis/bot/v3/info`,
						authentication: 'predefinedCredentialType',
						nodeCredentialType: 'larkApi',
					},
					credentials: { larkApi: stale },
				},
			],
			connections: { [TRIGGER]: { main: [[{ node: HTTP_REQUEST, type: 'main', index: 0 }]] } },
		});
		setup.sandbox.requests.length = 0;
		const { status, data } = await setup.client.runWorkflow(id, TRIGGER);
		expect(status).toBe('success');
		const [item] = data.resultData.runData[HTTP_REQUEST][0].data?.main[0] ?? [];
		expect(item?.json).toMatchObject({ code: 0, bot: { open_id: setup.sandbox.app.botOpenId } });
		expect(setup.sandbox.requests.map(({ code }) => code)).toEqual([0, 0]);
	});

	it('can depend on the item, which is then sent by its own app', async () => {
		const { app, world } = setup.sandbox;
		const other = setup.sandbox.registerApp({ name: 'Another bot' });
		const [group] = world.chats;
		group.bots.push(other.appId);
		const secrets = { [app.appId]: app.appSecret, [other.appId]: other.appSecret };
		const larkApi = await setup.client.createCredential({
			name: 'Per item',
			type: 'larkApi',
			data: {
				...setup.credential,
				appId: `={{ $json.app ?? '${app.appId}' }}`,
				appSecret: `={{ (${JSON.stringify(secrets)})[$json.app ?? '${app.appId}'] }}`,
			},
		});
		const apps = [app.appId, other.appId, app.appId];
		const given = [{}, { app: other.appId }, {}];
		const node = { typeVersion: 1, position: [0, 0] as [number, number], parameters: {} };
		const { id } = await setup.saveWorkflow({
			name: 'Two bots',
			nodes: [
				{ ...node, id: 'start', name: TRIGGER, type: 'n8n-nodes-base.manualTrigger' },
				{
					...node,
					id: 'items',
					name: 'Items',
					type: 'n8n-nodes-base.code',
					typeVersion: 2,
					parameters: { jsCode: `return ${JSON.stringify(given)}` },
				},
				{
					...node,
					id: 'send',
					name: 'Send',
					type: 'n8n-nodes-lark-im.lark',
					parameters: {
						resource: 'message',
						operation: 'send',
						receiver: { __rl: true, mode: 'address', value: group.chatId },
						msgType: 'text',
						text: 'Hello',
					},
					credentials: { larkApi },
				},
			],
			connections: {
				[TRIGGER]: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
				Items: { main: [[{ node: 'Send', type: 'main', index: 0 }]] },
			},
		});
		setup.sandbox.requests.length = 0;
		const { status, data } = await setup.client.runWorkflow(id, TRIGGER);
		expect(status).toBe('success');
		const sent = data.resultData.runData.Send[0].data?.main[0] ?? [];
		expect(sent.map(({ json }) => (json.sender as { id: string }).id)).toEqual(apps);
		const tokens = setup.sandbox.requests.filter(({ path }) => path.includes('access_token'));
		expect(tokens).toHaveLength(2);
	});
});
