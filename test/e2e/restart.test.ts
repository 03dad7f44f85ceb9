import type { N8n } from '../../harness/n8n-server';
import type { User } from '../../sandbox';
import { launch, openSetup, replyTo, textOf, type TestSetup } from '../support/server';

describe('after a restart of n8n', () => {
	let server: N8n;
	let setup: TestSetup;

	beforeAll(async () => {
		const own = await launch();
		server = own.server;
		setup = await openSetup({}, own.address);
	}, 60_000);
	afterAll(async () => {
		await setup.close();
		await server.stop();
	});

	it('a published workflow still receives its events', async () => {
		const { client, sandbox } = setup;
		const { world, app } = sandbox;
		const workflow = await setup.saveExample('echo-bot');
		await client.publish(workflow);
		await sandbox.subscribe(app.appId, client.webhookUrl(workflow, 'When a message arrives'));

		await server.restart();
		const from = world.users[0] as User;
		const { chatId } = world.openP2p(from.userId, { type: 'app', appId: app.appId });
		const said = sandbox.say({ from, chat: chatId, text: 'Still there?' });
		expect(textOf(await replyTo(world, said))).toBe('You said: Still there?');
	}, 60_000);
});
