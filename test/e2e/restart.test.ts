import type { N8n } from '../../scripts/n8n-server';
import type { User } from '../../sandbox';
import { launch, openBench, replyTo, textOf, type Bench } from './harness';

describe('after a restart of n8n', () => {
	let server: N8n;
	let bench: Bench;

	beforeAll(async () => {
		const own = await launch();
		server = own.server;
		bench = await openBench({}, own.address);
	}, 60_000);
	afterAll(async () => {
		await bench.close();
		await server.stop();
	});

	it('a published workflow still gets its events', async () => {
		const { client, sandbox } = bench;
		const { world, app } = sandbox;
		const workflow = await bench.saveExample('echo-bot');
		await client.publish(workflow);
		await sandbox.subscribe(app.appId, client.webhookUrl(workflow, 'When a message arrives'));

		await server.restart();
		const from = world.users[0] as User;
		const { chatId } = world.openP2p(from.userId, { type: 'app', appId: app.appId });
		const said = sandbox.say({ from, chat: chatId, text: 'Still there?' });
		expect(textOf(await replyTo(world, said))).toBe('You said: Still there?');
	}, 60_000);
});
