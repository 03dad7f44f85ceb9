import type { SavedWorkflow } from '../../scripts/n8n-server';
import type { User } from '../../sandbox';
import { chatNamed, openBench, replyTo, textOf, type Bench } from './harness';

describe('the examples', () => {
	let bench: Bench;

	beforeAll(async () => (bench = await openBench()));
	afterAll(async () => await bench.close());

	describe('echo bot', () => {
		let workflow: SavedWorkflow;

		beforeAll(async () => {
			const { client, sandbox } = bench;
			workflow = await bench.saveExample('echo-bot');
			await client.publish(workflow);
			await sandbox.subscribe(
				sandbox.app.appId,
				client.webhookUrl(workflow, 'When a message arrives'),
			);
		});

		it('answers in private and when it is mentioned in a group, once each', async () => {
			const { sandbox } = bench;
			const { world, app } = sandbox;
			const from = world.users[0] as User;
			const p2p = world.openP2p(from.userId, { type: 'app', appId: app.appId });
			const group = chatNamed(world, 'Incident Response');

			const inPrivate = sandbox.say({ from, chat: p2p.chatId, text: 'Hello' });
			expect(textOf(await replyTo(world, inPrivate))).toBe('You said: Hello');
			const inGroup = sandbox.say({ from, chat: group.chatId, text: 'Hi', mentionBot: true });
			expect(textOf(await replyTo(world, inGroup))).toBe('You said: Hi');

			const executions = await bench.executionsOf(workflow.id, 2);
			expect(executions.map(({ status }) => status)).toEqual(['success', 'success']);
		});
	});

	it('alert sender sends one alert to the chat that was chosen', async () => {
		const { client, sandbox } = bench;
		const chat = chatNamed(sandbox.world, 'Incident Response');
		const { id, ...workflow } = await bench.saveExample('alert-sender');
		const nodes = workflow.nodes.map((node) =>
			'receiver' in node.parameters
				? { ...node, parameters: { ...node.parameters, receiver: chosen(chat.chatId) } }
				: node,
		);
		await client.updateWorkflow(id, { ...workflow, nodes });

		const before = chat.messages.length;
		const execution = await client.runWorkflow(id, 'When executed by hand');
		expect(execution.status).toBe('success');
		expect(chat.messages.slice(before).map(textOf)).toEqual([
			'[CRITICAL] checkout: Error rate above 5 % for ten minutes',
		]);
	});
});

const chosen = (value: string) => ({ __rl: true as const, mode: 'list', value });
