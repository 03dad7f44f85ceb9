import { randomUUID } from 'node:crypto';

import type { CredentialReference, Execution } from '../../harness/n8n-server';
import { agree } from '../../harness/consent';
import { openSetup, type TestSetup } from '../support/server';

const START = 'Start';
const REQUEST = 'HTTP Request';

describe("n8n's HTTP Request node with a Lark credential", () => {
	let setup: TestSetup;
	const credentials = {} as Record<'larkApi' | 'larkOAuth2Api', CredentialReference>;

	beforeAll(async () => {
		setup = await openSetup();
		const create = async (type: keyof typeof credentials, data: object) =>
			(credentials[type] = await setup.client.createCredential({
				name: `${type} ${randomUUID()}`,
				type,
				data: data as never,
			}));
		await create('larkApi', setup.credential);
		const { id } = await create('larkOAuth2Api', setup.oauthCredential);
		const authUrl = await setup.client.oauthUrl(id);
		setup.sandbox.app.redirectUrls = [new URL(authUrl).searchParams.get('redirect_uri') ?? ''];
		await setup.client.visit(await agree(authUrl, setup.sandbox.world.users[0]));
	});
	afterAll(async () => await setup.close());

	const request = async (type: keyof typeof credentials, url: string): Promise<Execution> => {
		const { id } = await setup.saveWorkflow({
			name: `Request ${randomUUID()}`,
			nodes: [
				{
					id: 'start',
					name: START,
					type: 'n8n-nodes-base.manualTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: {},
				},
				{
					id: 'request',
					name: REQUEST,
					type: 'n8n-nodes-base.httpRequest',
					typeVersion: 4.2,
					position: [200, 0],
					parameters: {
						url,
						authentication: 'predefinedCredentialType',
						nodeCredentialType: type,
					},
					credentials: { [type]: credentials[type] },
				},
			],
			connections: { [START]: { main: [[{ node: REQUEST, type: 'main', index: 0 }]] } },
		});
		setup.sandbox.requests.length = 0;
		return await setup.client.runWorkflow(id, START);
	};

	describe.each(['larkApi', 'larkOAuth2Api'] as const)('%s', (type) => {
		const path = '/open-apis/im/v1/chats';

		it('reaches the host of the credential', async () => {
			const { status, data } = await request(type, `${String(setup.credential.baseUrl)}${path}`);
			expect(status).toBe('success');
			expect(data.resultData.runData[REQUEST][0].data?.main[0]?.[0].json).toMatchObject({
				code: 0,
			});
		});

		it('sends the token to no other host', async () => {
			const { port } = new URL(String(setup.credential.baseUrl));
			const { status, data } = await request(type, `http://localhost:${port}${path}`);
			expect(status).toBe('error');
			expect(data.resultData.error?.message).toMatch(/token is sent to|Domain not allowed/);
			expect(setup.sandbox.requests.filter((sent) => sent.path === path)).toEqual([]);
		});
	});
});
