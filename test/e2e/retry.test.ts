import type { IDataObject, INode } from 'n8n-workflow';

import type { Chat, Interception } from '../../sandbox';
import { openSetup, type TestSetup } from '../support/server';
import { step } from './harness/step';

const START = 'When executed by hand';
const TEXTS = ['zero', 'one', 'two', 'three', 'four'];
const REFUSED: Interception = {
	status: 400,
	body: { code: 230002, msg: 'Bot can NOT be out of the chat.' },
};

describe('Retry in the list of executions', () => {
	let setup: TestSetup;
	let group: Chat;
	beforeAll(async () => {
		setup = await openSetup();
		group = setup.sandbox.world.chats.find(({ name }) => name === 'Incident Response')!;
	});
	afterAll(async () => await setup.close());
	beforeEach(() => {
		group.messages.length = 0;
	});

	const larkNode = (parameters: IDataObject): INode => ({
		...step('Lark', 'n8n-nodes-lark-im.lark', 1, {
			receiver: { __rl: true, mode: 'address', value: group.chatId },
			options: { maxRetries: 0 },
			...parameters,
		}),
		credentials: { larkApi: setup.larkApi },
	});

	async function workflow(lark: INode, ...after: INode[]): Promise<string> {
		const nodes = [
			step(START, 'n8n-nodes-base.manualTrigger', 1, {}),
			step('List', 'n8n-nodes-base.set', 3.4, {
				mode: 'raw',
				jsonOutput: JSON.stringify({ texts: TEXTS }),
			}),
			step('Each', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'texts' }),
			lark,
			...after,
		];
		const links = nodes
			.slice(1)
			.map(({ name }, index) => [
				nodes[index].name,
				{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
			]);
		const saved = await setup.saveWorkflow({
			name: 'Retried',
			nodes,
			connections: Object.fromEntries(links),
			settings: { executionOrder: 'v1' },
		});
		return saved.id;
	}

	const sending = larkNode.bind(null, { text: '={{ $json.texts }}' });

	const arrived = () =>
		group.messages.map(({ sentContent }) => (JSON.parse(sentContent) as { text: string }).text);

	/** What becomes of the requests that send a text. */
	const fault = (text: string, outcome: Interception) =>
		setup.sandbox.intercept(({ path, body }) =>
			path.endsWith('/messages') && JSON.stringify(body).includes(text) ? outcome : undefined,
		);

	it('sends only what has not arrived yet', async () => {
		const id = await workflow(sending());
		const heal = fault('two', REFUSED);
		const { id: failed, status } = await setup.client.runWorkflow(id, START);
		expect([status, arrived()]).toEqual(['error', ['zero', 'one']]);
		const again = await setup.client.retryExecution(failed);
		expect([again.status, arrived()]).toEqual(['error', ['zero', 'one']]);
		heal();
		const last = await setup.client.retryExecution(again.id);
		expect([last.status, arrived()]).toEqual(['success', TEXTS]);
	});

	it('sends nothing again whose answer was lost, also with the workflow as it is saved now', async () => {
		const id = await workflow(sending());
		const heal = fault('', 'lose');
		const { id: failed, status } = await setup.client.runWorkflow(id, START);
		expect([status, arrived()]).toEqual(['error', ['zero']]);
		heal();
		const last = await setup.client.retryExecution(failed, { loadWorkflow: true });
		expect([last.status, arrived()]).toEqual(['success', TEXTS]);
	});

	it('leaves alone a node that has done its work, and a new run sends all again', async () => {
		const id = await workflow(
			sending(),
			step('Stop', 'n8n-nodes-base.stopAndError', 1, { errorMessage: 'after all' }),
		);
		const { id: failed } = await setup.client.runWorkflow(id, START);
		await setup.client.retryExecution(failed);
		expect(arrived()).toEqual(TEXTS);
		await setup.client.runWorkflow(id, START);
		expect(arrived()).toEqual([...TEXTS, ...TEXTS]);
	});
});
