import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';

import type { N8n } from '../../harness/n8n-server';
import { chatNamed, launch, openSetup, waitFor, type TestSetup } from '../support/server';
import { request } from '../support/request';
import { step } from './harness/step';

const TEXTS = ['zero', 'one', 'two', 'three', 'four'];
const BUSY = { status: 503, body: {} };

describe('Retry of an execution that was cut off because n8n was killed', () => {
	let server: N8n;
	let setup: TestSetup;

	beforeAll(async () => {
		const own = await launch();
		server = own.server;
		setup = await openSetup({}, own.address);
	}, 120_000);
	afterAll(async () => {
		await setup.close();
		await server.stop();
	});

	async function publish(chatId: string, path: string, saveExecutionProgress: boolean) {
		const hook = step('Webhook', 'n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path });
		const jsonOutput = JSON.stringify({ texts: TEXTS });
		const receiver = { __rl: true, mode: 'address', value: chatId };
		const lark = step('Lark', 'n8n-nodes-lark-im.lark', 1, {
			receiver,
			text: '={{ $json.texts }}',
		});
		const nodes: INode[] = [
			{ ...hook, webhookId: randomUUID() },
			step('List', 'n8n-nodes-base.set', 3.4, { mode: 'raw', jsonOutput }),
			step('Each', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'texts' }),
			{ ...lark, credentials: { larkApi: setup.larkApi } },
		];
		const links = nodes
			.slice(1)
			.map(({ name }, index) => [
				nodes[index].name,
				{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
			]);
		const workflow = await setup.saveWorkflow({
			name: 'Killed',
			nodes,
			connections: Object.fromEntries(links),
			settings: { executionOrder: 'v1', saveExecutionProgress },
		});
		await setup.client.publish(workflow);
		return workflow;
	}

	it.each([
		['', false],
		[', also with Save Execution Progress', true],
	])(
		'sends only what has not arrived yet%s',
		async (_title, savesProgress) => {
			const { sandbox, client } = setup;
			const group = chatNamed(sandbox.world, 'Incident Response');
			group.messages.length = 0;
			const arrived = () =>
				group.messages.map(({ sentContent }) => (JSON.parse(sentContent) as { text: string }).text);
			const path = randomUUID();
			const { id } = await publish(group.chatId, path, savesProgress);
			const heal = sandbox.intercept(({ path: api, body }) =>
				api.endsWith('/messages') && JSON.stringify(body).includes('two') ? BUSY : undefined,
			);
			const headers = { 'content-type': 'application/json' };
			await request(`${server.url}/webhook/${path}`, 'POST', { headers, body: '{}' });
			await waitFor('two messages', () => arrived().length === 2 || undefined);
			process.kill(server.pid, 'SIGKILL');
			await server.restart();
			heal();
			const crashed = await waitFor('the crashed execution', async () => {
				const [execution] = await client.executions(id);
				return execution?.status === 'crashed' ? execution : undefined;
			});
			expect(arrived()).toEqual(['zero', 'one']);
			const { status } = await client.retryExecution(crashed.id);
			expect({ status, arrived: arrived() }).toEqual({ status: 'success', arrived: TEXTS });
		},
		180_000,
	);
});
