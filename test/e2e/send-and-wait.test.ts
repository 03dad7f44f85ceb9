import type { User } from '../../sandbox';
import {
	cardOf,
	outcomeOf,
	personById,
	press,
	publishAsker,
	publishLongConnection,
	publishWebhook,
	type Asked,
} from '../support/server/asking';
import { openSetup, type TestSetup } from '../support/server';

const SECONDS = 2_900;

const ways = ['Lark Trigger', 'Lark Long Connection Trigger'];

describe.each(ways)('a question that is answered in Lark, by %s', (way) => {
	let setup: TestSetup;
	let listening: string;
	let [alice, bob, carol]: User[] = [];

	beforeAll(async () => {
		setup = await openSetup({ timeScale: 0.01 });
		const { world } = setup.sandbox;
		[alice, bob, carol] = world.chats[0].members.map((id) => world.userById(id)!);
		const publish = way === 'Lark Trigger' ? publishWebhook : publishLongConnection;
		listening = (await publish(setup)).id;
	});
	afterAll(async () => {
		await setup.client.unpublish(listening);
		await setup.close();
	});

	const id = (user: User) => setup.sandbox.openIdOf(user);
	const people = (...users: User[]) => ({
		whoMayAnswer: 'people',
		approvers: { approver: users.map((user) => personById(id(user))) },
	});
	const buttons = (asked: Asked) =>
		(setup.sandbox.world.message(asked.message.messageId)!.sentContent.match(/"callback"/g) ?? [])
			.length;

	it('goes on with who has approved, and the card has no buttons any more', async () => {
		const { ask } = await publishAsker(setup);
		const asked = await ask();
		expect(buttons(asked)).toBeGreaterThan(0);
		const began = Date.now();
		const toast = await press(setup, asked.message, alice);
		expect(toast).toMatchObject({ type: 'success' });
		expect(Date.now() - began).toBeLessThan(SECONDS);
		expect(await outcomeOf(setup, asked.executionId)).toMatchObject({
			approved: true,
			responder: { open_id: id(alice), name: alice.name },
		});
		expect(buttons(asked)).toBe(0);
		expect(await setup.client.executions(listening)).toEqual([]);
	});

	it('goes on with the reason of a decline', async () => {
		const { ask } = await publishAsker(setup, {
			approvalOptions: { values: { approvalType: 'double', declineReason: 'required' } },
		});
		const asked = await ask();
		expect(await press(setup, asked.message, bob, 1, {})).toMatchObject({ type: 'warning' });
		const toast = await press(setup, asked.message, bob, 1, { reason: 'too late' });
		expect(toast).toMatchObject({ type: 'success' });
		expect(await outcomeOf(setup, asked.executionId)).toMatchObject({
			approved: false,
			reason: 'too late',
			responder: { open_id: id(bob) },
		});
	});

	it('is not answered by somebody who may not, and not twice', async () => {
		const { ask } = await publishAsker(setup, people(alice, bob));
		const asked = await ask();
		const before = setup.sandbox.world.message(asked.message.messageId)!.sentContent;
		expect(await press(setup, asked.message, carol)).toMatchObject({ type: 'warning' });
		expect(setup.sandbox.world.message(asked.message.messageId)!.sentContent).toBe(before);
		expect((await setup.client.execution(asked.executionId)).status).toBe('waiting');

		const both = await Promise.all([
			press(setup, asked.message, alice),
			press(setup, asked.message, bob),
		]);
		expect(both.map((toast) => toast?.type).sort()).toEqual(['success', 'warning']);
		const loser = both.find((toast) => toast?.type === 'warning');
		const { responder } = (await outcomeOf(setup, asked.executionId)) as {
			responder: { name: string };
		};
		expect(loser?.content).toContain(responder.name);
	});

	it('waits until 2 of 3 have approved, also when they do at the same moment', async () => {
		const { ask } = await publishAsker(setup, {
			...people(alice, bob, carol),
			approvalsNeeded: 'several',
			approvalsCount: 2,
		});
		const asked = await ask();
		expect(await press(setup, asked.message, alice)).toMatchObject({ type: 'success' });
		expect(await press(setup, asked.message, alice)).toMatchObject({ type: 'warning' });
		expect((await setup.client.execution(asked.executionId)).status).toBe('waiting');
		expect(await cardOf(setup, asked.executionId)).toBe(asked.message);
		expect(await press(setup, asked.message, bob)).toMatchObject({ type: 'success' });
		const outcome = await outcomeOf(setup, asked.executionId);
		expect(outcome?.responders).toMatchObject([{ open_id: id(alice) }, { open_id: id(bob) }]);

		const again = await ask();
		const toasts = await Promise.all(
			[alice, bob].map(async (user) => await press(setup, again.message, user)),
		);
		expect(toasts).toMatchObject([{ type: 'success' }, { type: 'success' }]);
		expect((await outcomeOf(setup, again.executionId))?.responders).toHaveLength(2);
	});

	it('says that it is over when the execution has been stopped or deleted', async () => {
		const { ask } = await publishAsker(setup);
		const stopped = await ask();
		await setup.client.stopExecution(stopped.executionId);
		expect(await press(setup, stopped.message, alice)).toMatchObject({ type: 'warning' });
		expect((await setup.client.execution(stopped.executionId)).status).toBe('canceled');

		const deleted = await ask();
		await setup.client.deleteExecution(deleted.executionId);
		expect(await press(setup, deleted.message, alice)).toMatchObject({ type: 'warning' });
	});

	it('is answered although its workflow is not published any more', async () => {
		const { ask, workflow } = await publishAsker(setup);
		const asked = await ask();
		await setup.client.unpublish(workflow.id);
		expect(await press(setup, asked.message, alice)).toMatchObject({ type: 'success' });
		expect(await outcomeOf(setup, asked.executionId)).toMatchObject({ approved: true });
	});
});
