import { randomUUID } from 'node:crypto';

import type { N8n } from '../../harness/n8n-server';
import type { User } from '../../sandbox';
import {
	outcomeOf,
	press,
	publishAsker,
	publishLongConnection,
	publishWebhook,
	type Asked,
} from '../support/server/asking';
import { launch, openSetup, waitFor, type TestSetup } from '../support/server';
import { connections } from '../support/server/listener';

/** Where nobody listens: only the process itself can be reached. */
const UNREACHABLE = 'http://127.0.0.1:9/';

const ways = {
	'Lark Trigger': publishWebhook,
	'Lark Long Connection Trigger': publishLongConnection,
};

describe.each(Object.entries(ways))('late clicks, by %s', (way, publish) => {
	let server: N8n;
	let setup: TestSetup;
	let listening: string;
	let [alice, bob]: User[] = [];

	beforeAll(async () => {
		const own = await launch({ N8N_WEBHOOK_URL: UNREACHABLE });
		server = own.server;
		setup = await openSetup({ timeScale: 0.01 }, own.address);
		const { world } = setup.sandbox;
		[alice, bob] = world.chats[0].members.map((id) => world.userById(id)!);
		listening = (await publish(setup)).id;
	}, 60_000);
	afterAll(async () => {
		await setup.close();
		await server.stop();
	});

	const ask = async () => {
		const options = { postDecisionBehavior: 'keepMessage' };
		return await (await publishAsker(setup, { options })).ask();
	};
	const pressSoon = async (asked: Asked, user: User) =>
		await waitFor(
			'a toast',
			async () => await press(setup, asked.message, user).catch(() => undefined),
		);

	it('hear who has decided, as long as n8n knows it, also after a restart', async () => {
		const [asked, deleted] = [await ask(), await ask()];
		for (const each of [asked, deleted]) {
			// The first one of all: none of our webhooks has been called in this process.
			expect(await press(setup, each.message, alice)).toMatchObject({ type: 'success' });
			expect(await outcomeOf(setup, each.executionId)).toMatchObject({ approved: true });
		}
		await server.restart();
		if (way !== 'Lark Trigger') await connections(setup.sandbox, 1);
		const content = `Approved already by ${alice.name}`;
		expect(await pressSoon(asked, bob)).toMatchObject({ type: 'warning', content });

		await setup.client.deleteExecution(deleted.executionId);
		expect(await press(setup, deleted.message, bob)).toMatchObject({
			type: 'warning',
			content: 'This question is not open any more',
		});
	}, 120_000);

	it('hear that a question from before a change of the App Secret is not answered any more', async () => {
		const asked = await ask();
		const { larkApi, client, credential } = setup;
		const change = async (appSecret: string) =>
			await client.updateCredential(larkApi.id, { ...larkApi, data: { ...credential, appSecret } });
		const other = randomUUID();
		await change(other);
		const content = expect.stringContaining('cannot be answered any more') as string;
		const before = asked.message.sentContent;
		expect(await press(setup, asked.message, alice)).toMatchObject({ type: 'warning', content });
		expect(setup.sandbox.world.message(asked.message.messageId)!.sentContent).toBe(before);
		expect((await client.execution(asked.executionId)).status).toBe('waiting');
		expect(await client.executions(listening)).toEqual([]);
		const log = setup.log.lines().join('\n');
		expect(log).toMatch(/question.*App Secret/);
		for (const secret of [other, credential.appSecret]) expect(log).not.toContain(secret);

		await change(credential.appSecret as string);
		expect(await press(setup, asked.message, alice)).toMatchObject({ type: 'success' });
		expect(await outcomeOf(setup, asked.executionId)).toMatchObject({ approved: true });
	}, 120_000);
});
