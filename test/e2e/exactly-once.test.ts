import { randomUUID } from 'node:crypto';

import type { N8n } from '../../harness/n8n-server';
import { launch, openSetup, type TestSetup } from '../support/server';
import { execute } from '../support/server/database';
import { cardEvent, messageEvent } from '../support/events';
import { publishTrigger, type PublishedTrigger } from '../support/server/published-trigger';

const secrets = { encryptKey: `key ${randomUUID()}`, verificationToken: `token ${randomUUID()}` };
const message = () => messageEvent(secrets.verificationToken);
const card = () => cardEvent(secrets.verificationToken);

describe('an event that Lark pushes again', () => {
	let server: N8n;
	let setup: TestSetup;
	let trigger: PublishedTrigger;

	beforeAll(async () => {
		const own = await launch();
		server = own.server;
		setup = await openSetup({}, own.address);
		const parameters = { events: ['im.message.receive_v1', 'card.action.trigger'] };
		trigger = await publishTrigger(setup, secrets, { parameters });
	}, 60_000);
	afterAll(async () => {
		await setup.close();
		await server.stop();
	});

	/** Every attempt is the same event under a new signature. */
	const send = async (event: object) => (await trigger.send(trigger.push(event))).status;
	const executions = async () => (await setup.client.executions(trigger.workflow.id)).length;

	it('starts one execution, also when many pushes come at the same moment', async () => {
		const event = message();
		const before = await executions();
		const statuses = await Promise.all(Array.from({ length: 8 }, async () => await send(event)));
		expect(new Set(statuses)).toEqual(new Set([200]));
		expect(await send(event)).toBe(200);
		await setup.executionsOf(trigger.workflow.id, before + 1);
		expect(await executions()).toBe(before + 1);
	});

	it('starts no second execution after n8n was killed and started again', async () => {
		const events = Array.from({ length: 12 }, message);
		const before = await executions();
		const sent = await Promise.all(events.map(send));
		expect(new Set(sent)).toEqual(new Set([200]));

		process.kill(server.pid, 'SIGKILL');
		await server.restart();
		const again = await Promise.all(events.map(send));
		expect(new Set(again)).toEqual(new Set([200]));
		await trigger.accepts(trigger.push(message())).catch(() => {});
		expect(await executions()).toBe(before + events.length + 1);
	}, 120_000);

	it('is not acknowledged when n8n could not store it, and starts one execution later', async () => {
		const event = message();
		const before = await executions();
		await execute(
			server,
			"CREATE TRIGGER full BEFORE INSERT ON execution_entity BEGIN SELECT RAISE(FAIL, 'full'); END",
		);
		const refused = await Promise.all([send(event), send(event)]);
		expect(Math.min(...refused)).toBeGreaterThanOrEqual(500);
		await execute(server, 'DROP TRIGGER full');

		expect(await send(event)).toBe(200);
		expect(await send(event)).toBe(200);
		await setup.executionsOf(trigger.workflow.id, before + 1);
		expect(await executions()).toBe(before + 1);
	});

	it('is accepted with the signature and timestamp of a push that n8n could not store', async () => {
		const push = trigger.push(message());
		const before = await executions();
		await execute(
			server,
			"CREATE TRIGGER full BEFORE INSERT ON execution_entity BEGIN SELECT RAISE(FAIL, 'full'); END",
		);
		expect((await trigger.send(push)).status).toBeGreaterThanOrEqual(500);
		await execute(server, 'DROP TRIGGER full');

		expect((await trigger.send(push)).status).toBe(200);
		await setup.executionsOf(trigger.workflow.id, before + 1);
		expect((await trigger.send(push)).status).toBe(401);
		expect(await executions()).toBe(before + 1);
	});

	it('starts no second execution for a card callback that is replayed after n8n was killed', async () => {
		const push = trigger.push(card());
		const before = await executions();
		expect((await trigger.send(push)).status).toBe(200);
		await setup.executionsOf(trigger.workflow.id, before + 1);

		process.kill(server.pid, 'SIGKILL');
		await server.restart();
		expect((await trigger.send(push)).status).toBe(200);
		await trigger.accepts(trigger.push(message())).catch(() => {});
		expect(await executions()).toBe(before + 2);
	}, 120_000);

	it('starts an execution for each of two presses of a card', async () => {
		const before = await executions();
		const first = card();
		expect(await send(first)).toBe(200);
		expect(await send(first)).toBe(200);
		expect(await send({ ...first, header: card().header })).toBe(200);
		await setup.executionsOf(trigger.workflow.id, before + 2);
		expect(await executions()).toBe(before + 2);
	});
});
