import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

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

	const request = async (
		type: keyof typeof credentials,
		url: string,
		credential = credentials[type],
	): Promise<Execution> => {
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
					credentials: { [type]: credential },
				},
			],
			connections: { [START]: { main: [[{ node: REQUEST, type: 'main', index: 0 }]] } },
		});
		setup.sandbox.requests.length = 0;
		return await setup.client.runWorkflow(id, START);
	};

	describe('a host that redirects to another one', () => {
		const servers: Server[] = [];
		const seen: Array<string | undefined> = [];
		const listen = async (server: Server) => {
			servers.push(server);
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
			return (server.address() as AddressInfo).port;
		};
		afterAll(() => servers.forEach((server) => server.close()));

		it.each([301, 302, 307, 308])('by HTTP %i takes no token there', async (status) => {
			const other = await listen(
				createServer(({ headers }, response) => {
					seen.push(headers.authorization);
					response.end('{}');
				}),
			);
			const own = await listen(
				createServer(({ url }, response) => {
					const token = { code: 0, tenant_access_token: 't-redirected', expire: 7200 };
					if (url?.includes('tenant_access_token')) response.end(JSON.stringify(token));
					else response.writeHead(status, { location: `http://localhost:${other}/` }).end();
				}),
			);
			const baseUrl = `http://127.0.0.1:${own}`;
			const redirecting = await setup.client.createCredential({
				name: `redirecting ${randomUUID()}`,
				type: 'larkApi',
				data: { ...setup.credential, region: 'custom', baseUrl } as never,
			});
			seen.length = 0;
			await request('larkApi', `${baseUrl}/open-apis/im/v1/chats`, redirecting);
			expect(seen).toEqual([undefined]);
		});
	});

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
