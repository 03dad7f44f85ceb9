import { setTimeout as sleep } from 'node:timers/promises';
import type { IConnections, INode } from 'n8n-workflow';

import type { N8n } from '../../harness/n8n-server';
import type { User } from '../../sandbox';
import {
	AFTER,
	ASK,
	askNode,
	cardOf,
	outcomeOf,
	press,
	publishAsker,
	publishLongConnection,
	publishWebhook,
	waitingExecution,
} from '../support/server/asking';
import { launch, openSetup, waitFor, type TestSetup } from '../support/server';
import { step } from './harness/step';

const to = (node: string, index = 0) => ({ node, type: 'main' as const, index });
const chain = (...names: string[]): IConnections =>
	Object.fromEntries(
		names.slice(0, -1).map((name, index) => [name, { main: [[to(names[index + 1])]] }]),
	);
const two = { approvalsNeeded: 'several', approvalsCount: 2 };

describe('a question of an n8n with an address and endpoints of its own', () => {
	let server: N8n;
	let setup: TestSetup;
	let [alice, bob]: User[] = [];

	beforeAll(async () => {
		const own = await launch({
			N8N_WEBHOOK_URL: 'https://n8n.example.com/deep/path/',
			N8N_ENDPOINT_WEBHOOK_WAIT: 'go-on',
		});
		server = own.server;
		setup = await openSetup({}, own.address);
		const { world } = setup.sandbox;
		[alice, bob] = world.chats[0].members.map((id) => world.userById(id)!);
		await publishWebhook(setup);
	}, 60_000);
	afterAll(async () => {
		await setup.close();
		await server.stop();
	});

	const runByHand = async (nodes: INode[], connections: IConnections) => {
		const workflow = await setup.saveWorkflow({ name: 'By hand', nodes, connections });
		return { workflow, id: await setup.client.startWorkflow(workflow.id, 'Start') };
	};
	const start = step('Start', 'n8n-nodes-base.manualTrigger', 1, {});
	const after = step(AFTER, 'n8n-nodes-base.noOp', 1, {});

	it('is answered behind a path of a proxy, at another endpoint', async () => {
		const { ask } = await publishAsker(setup, two);
		const asked = await ask();
		for (const user of [alice, bob]) {
			expect(await press(setup, asked.message, user)).toMatchObject({ type: 'success' });
		}
		expect(await outcomeOf(setup, asked.executionId)).toMatchObject({ approved: true });
	});

	it('is answered in a test from the editor', async () => {
		const { id } = await runByHand([start, askNode(setup, two), after], chain('Start', ASK, AFTER));
		await waitingExecution(setup, id);
		const message = await cardOf(setup, id);
		for (const user of [alice, bob]) {
			expect(await press(setup, message, user)).toMatchObject({ type: 'success' });
		}
		expect(await outcomeOf(setup, id)).toMatchObject({ approved: true });
	});

	it('is answered once in each turn of a loop', async () => {
		const items = step('Items', 'n8n-nodes-base.code', 2, {
			jsCode: 'return [{ json: { n: 1 } }, { json: { n: 2 } }];',
		});
		const loop = step('Loop', 'n8n-nodes-base.splitInBatches', 3, {});
		const asking = askNode(setup, { ...two, options: { postDecisionBehavior: 'keepMessage' } });
		const { id } = await runByHand([start, items, loop, asking, after], {
			...chain('Start', 'Items', 'Loop'),
			Loop: { main: [[to(AFTER)], [to(ASK)]] },
			[ASK]: { main: [[to('Loop')]] },
		});
		await waitingExecution(setup, id);
		const first = await cardOf(setup, id);
		for (const user of [alice, bob]) await press(setup, first, user);
		const second = await waitFor('the second question', async () => {
			const { status } = await setup.client.execution(id);
			const card = status === 'waiting' ? await cardOf(setup, id) : first;
			return card === first ? undefined : card;
		});
		for (const user of [alice, bob, alice]) {
			expect(await press(setup, first, user)).toMatchObject({
				type: 'warning',
				content: `Approved already by ${bob.name}`,
			});
		}
		expect((await setup.client.execution(id)).status).toBe('waiting');
		for (const user of [alice, bob]) {
			expect(await press(setup, second, user)).toMatchObject({ type: 'success' });
		}
		const { data } = await setup.client.finishedExecution(id);
		expect(data.resultData.runData[ASK]).toHaveLength(2);
		expect(data.resultData.runData[AFTER][0].data?.main[0]).toHaveLength(2);
	});

	it('is answered in a sub-workflow, and its parent goes on', async () => {
		const sub = await setup.saveWorkflow({
			name: 'Sub',
			nodes: [
				step('Called', 'n8n-nodes-base.executeWorkflowTrigger', 1.1, {
					inputSource: 'passthrough',
				}),
				askNode(setup, two),
			],
			connections: chain('Called', ASK),
		});
		await setup.client.publish(sub);
		const call = step('Call', 'n8n-nodes-base.executeWorkflow', 1.2, {
			workflowId: { __rl: true, mode: 'id', value: sub.id },
		});
		const { id } = await runByHand([start, call, after], chain('Start', 'Call', AFTER));
		const { id: subId } = await waitFor('the sub-execution', async () =>
			(await setup.client.executions(sub.id)).find(({ status }) => status === 'waiting'),
		);
		await waitingExecution(setup, id);
		const message = await cardOf(setup, subId);
		for (const user of [alice, bob]) {
			expect(await press(setup, message, user)).toMatchObject({ type: 'success' });
		}
		expect(await outcomeOf(setup, id)).toMatchObject({ approved: true });
	});
});

describe('a question of an n8n that nobody can reach', () => {
	let server: N8n;
	let setup: TestSetup;
	let [alice, bob]: User[] = [];

	beforeAll(async () => {
		const own = await launch();
		server = own.server;
		setup = await openSetup({ timeScale: 0.01 }, own.address);
		const { world } = setup.sandbox;
		[alice, bob] = world.chats[0].members.map((id) => world.userById(id)!);
		await publishLongConnection(setup);
	}, 60_000);
	afterAll(async () => {
		await setup.close();
		await server.stop();
	});

	it('keeps its answers over a restart, and is answered at the first click after it', async () => {
		const { ask } = await publishAsker(setup, two);
		const asked = await ask();
		expect(await press(setup, asked.message, alice)).toMatchObject({ type: 'success' });
		await server.restart();
		await waitFor('the long connection', () => {
			const { hub, app } = setup.sandbox;
			return hub.of(app.appId).length === 1 || undefined;
		});
		// Right after its start, n8n may take longer than Lark waits: then people press again.
		await waitFor(
			'an answer',
			async () => await press(setup, asked.message, bob).catch(() => undefined),
		);
		expect((await outcomeOf(setup, asked.executionId))?.responders).toHaveLength(2);
		expect(setup.log.lines().join('\n')).not.toContain('active executions to finish');
	}, 120_000);

	it('goes on with what came in when the time is over, and says so to those who click', async () => {
		const options = {
			limitWaitTime: {
				values: { limitType: 'afterTimeInterval', resumeAmount: 0.07, resumeUnit: 'minutes' },
			},
		};
		const { ask } = await publishAsker(setup, { ...two, options });
		const asked = await ask();
		expect(await press(setup, asked.message, alice)).toMatchObject({ type: 'success' });
		await sleep(4_500);
		const { data } = await waitFor(
			'the end of the time',
			async () => {
				const toast = await press(setup, asked.message, bob).catch(() => undefined);
				expect(toast?.type).not.toBe('success');
				const execution = await setup.client.execution(asked.executionId);
				return execution.status === 'success' ? execution : undefined;
			},
			110_000,
			4_500,
		);
		const [went] = data.resultData.runData[AFTER][0].data?.main[0] ?? [];
		expect(went?.json).toMatchObject({ body: { mark: expect.any(String) as string } });
	}, 120_000);
});
