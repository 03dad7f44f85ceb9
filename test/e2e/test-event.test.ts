import type { User } from '../../sandbox';
import { openSetup, waitFor, type TestSetup } from '../support/server';

const TRIGGER = 'When a message arrives';

describe('listening for a test event', () => {
	let setup: TestSetup;

	beforeAll(async () => (setup = await openSetup()));
	afterAll(async () => await setup.close());

	it('answers the URL verification, keeps listening and accepts the first message', async () => {
		const { client, sandbox } = setup;
		const { world, app } = sandbox;
		// Without its pinned sample, which n8n would take instead of an event.
		const { name, nodes, connections } = await setup.saveExample('echo-bot');
		const workflow = await setup.saveWorkflow({ name, nodes, connections });
		await client.listen(workflow.id, TRIGGER);
		const testUrl = client.webhookUrl(workflow, TRIGGER).replace('/webhook/', '/webhook-test/');
		await sandbox.subscribe(app.appId, testUrl);

		const from = world.users[0] as User;
		const { chatId } = world.openP2p(from.userId, { type: 'app', appId: app.appId });
		sandbox.say({ from, chat: chatId, text: 'Just a test' });

		const { id } = await waitFor('the test execution', async () => {
			const [execution] = await client.executions(workflow.id);
			return execution;
		});
		const { mode, status, data } = await client.finishedExecution(id);
		expect({ mode, status }).toEqual({ mode: 'manual', status: 'success' });
		const [item] = data.resultData.runData[TRIGGER][0].data?.main[0] ?? [];
		expect(item?.json).toMatchObject({ text: 'Just a test', chat_type: 'p2p' });
	});
});
