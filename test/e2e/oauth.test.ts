import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';

import { agree } from '../../harness/consent';
import type { CredentialReference, Execution } from '../../harness/n8n-server';
import { openSetup, type TestSetup } from '../support/server';

const START = 'Start';
const LARK = 'Search';

describe('the Lark OAuth2 credential', () => {
	let now: number;
	let setup: TestSetup;
	let credential: CredentialReference;

	beforeAll(async () => {
		now = Date.now();
		setup = await openSetup({ clock: () => now });
		credential = await setup.client.createCredential({
			name: `Person ${randomUUID()}`,
			type: 'larkOAuth2Api',
			data: setup.oauthCredential,
		});
	});
	afterAll(async () => await setup.close());

	const alice = () => setup.sandbox.world.users[0];
	const connect = async () => {
		const authUrl = await setup.client.oauthUrl(credential.id);
		const redirectUrl = new URL(authUrl).searchParams.get('redirect_uri') ?? '';
		setup.sandbox.app.redirectUrls = [redirectUrl];
		return await setup.client.visit(await agree(authUrl, alice()));
	};
	const run = async (): Promise<Execution> => {
		const node = (given: Partial<INode>) => ({
			id: randomUUID(),
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: {},
			...given,
		});
		const { id } = await setup.saveWorkflow({
			name: 'Search as a person',
			nodes: [
				node({ name: START, type: 'n8n-nodes-base.manualTrigger' }) as INode,
				node({
					name: LARK,
					type: 'n8n-nodes-lark-im.lark',
					parameters: {
						resource: 'message',
						operation: 'search',
						authentication: 'user',
						query: 'invoice',
					},
					credentials: { larkOAuth2Api: credential },
				}) as INode,
			],
			connections: { [START]: { main: [[{ node: LARK, type: 'main', index: 0 }]] } },
		});
		return await setup.client.runWorkflow(id, START);
	};
	const found = ({ data }: Execution) =>
		(data.resultData.runData[LARK][0].data?.main[0] ?? []).map(({ json }) => json.display_info);
	const tokenRequests = () =>
		setup.sandbox.requests.filter(({ endpointId }) => endpointId === 'authen.v2.oauth.token');

	it('requests the scopes of the credential with PKCE', async () => {
		const url = new URL(await setup.client.oauthUrl(credential.id));
		expect(url.origin).toBe(new URL(String(setup.credential.baseUrl)).origin);
		expect(url.pathname).toBe('/open-apis/authen/v1/authorize');
		const { scope, ...query } = Object.fromEntries(url.searchParams);
		expect(query).toEqual({
			client_id: setup.sandbox.app.appId,
			redirect_uri: `${setup.url}/rest/oauth2-credential/callback`,
			response_type: 'code',
			state: expect.any(String),
			code_challenge: expect.any(String),
			code_challenge_method: 'S256',
		});
		expect(scope.split(' ')).toEqual(expect.arrayContaining(['offline_access', 'search:message']));
	});

	it('requests the scopes that were written into the credential, however they are separated', async () => {
		const { id } = await setup.client.createCredential({
			name: randomUUID(),
			type: 'larkOAuth2Api',
			data: { ...setup.oauthCredential, scopes: '\noffline_access\n im:chat, search:message ' },
		});
		const { searchParams } = new URL(await setup.client.oauthUrl(id));
		expect(searchParams.get('scope')).toBe('offline_access im:chat search:message');
	});

	it('uses the hosts of its region', async () => {
		const hostFor = async (region: string) => {
			const data = { ...setup.oauthCredential, region };
			const { id } = await setup.client.createCredential({
				name: `${region} ${randomUUID()}`,
				type: 'larkOAuth2Api',
				data,
			});
			return new URL(await setup.client.oauthUrl(id)).origin;
		};
		expect(await hostFor('lark')).toBe('https://accounts.larksuite.com');
		expect(await hostFor('feishu')).toBe('https://accounts.feishu.cn');
	});

	it('reports that the person did not agree', async () => {
		const authUrl = await setup.client.oauthUrl(credential.id);
		setup.sandbox.app.redirectUrls = [new URL(authUrl).searchParams.get('redirect_uri') ?? ''];
		expect(await setup.client.visit(await agree(authUrl))).toMatch(/access_denied/);
		expect((await run()).status).toBe('error');
	});

	it('is connected after the person agrees', async () => {
		setup.sandbox.requests.length = 0;
		expect(await connect()).toMatch(/connect|success|close/i);
		expect(tokenRequests().map(({ code, body }) => [code, Object.keys(body).sort()])).toEqual([
			[0, ['client_id', 'client_secret', 'code', 'code_verifier', 'grant_type', 'redirect_uri']],
		]);
	});

	it('lets a workflow search as that person, in a group without the bot', async () => {
		const group = setup.sandbox.world.chats.find(({ name }) => name === 'Leadership')!;
		setup.sandbox.say({ from: alice(), chat: group.chatId, text: 'Who pays this invoice?' });
		const execution = await run();
		expect(execution.status).toBe('success');
		expect(found(execution)).toEqual(['Who pays this invoice?']);
	});

	it('refreshes an expired token, stores the new ones, and does so again later', async () => {
		for (const _time of ['first', 'second']) {
			now += 3 * 60 * 60 * 1_000;
			setup.sandbox.requests.length = 0;
			const execution = await run();
			expect(execution.status).toBe('success');
			expect(found(execution)).toEqual(['Who pays this invoice?']);
			expect(tokenRequests().map(({ code }) => code)).toEqual([0]);
			setup.sandbox.requests.length = 0;
			expect((await run()).status).toBe('success');
			expect(tokenRequests()).toEqual([]);
		}
	});

	it('keeps the person connected when several workflows find the token expired at once', async () => {
		now += 3 * 60 * 60 * 1_000;
		setup.sandbox.requests.length = 0;
		const executions = await Promise.all([run(), run(), run()]);
		expect(executions.map(({ status }) => status)).toEqual(Array(3).fill('success'));
		expect(tokenRequests().map(({ code }) => code)).toEqual([0]);
	});

	it('keeps tokens and secret out of what an execution stores', async () => {
		const stored = JSON.stringify(await run());
		expect(stored).not.toContain('eyJhbGciOiJFUzI1NiIs.');
		expect(stored).not.toContain(setup.sandbox.app.appSecret);
	});
});
