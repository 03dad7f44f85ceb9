import { randomUUID } from 'node:crypto';

import { randomFrom } from '../../harness/random';
import type { User } from '../../sandbox';
import { sealTicket } from '../../nodes/shared/decision/ticket';
import { fuzzAnswers } from '../support/fuzz/answers';
import { cardEvent } from '../support/events';
import { request } from '../support/request';
import { openSetup, type TestSetup } from '../support/server';
import { outcomeOf, personById, publishAsker, type Asked } from '../support/server/asking';
import {
	publishTrigger,
	saveCredential,
	type PublishedTrigger,
} from '../support/server/published-trigger';
import { targetOf } from '../support/server/target';

const secrets = { encryptKey: `key ${randomUUID()}`, verificationToken: `token ${randomUUID()}` };

describe('a question and hostile requests', () => {
	let setup: TestSetup;
	let trigger: PublishedTrigger;
	let alice: User;
	let bob: User;
	let ask: () => Promise<Asked>;

	beforeAll(async () => {
		setup = await openSetup();
		const { world } = setup.sandbox;
		[alice, bob] = world.chats[0].members.map((id) => world.userById(id)!);
		const larkApi = await saveCredential(setup, secrets);
		trigger = await publishTrigger(setup, secrets, {
			larkApi,
			parameters: { events: ['im.message.receive_v1', 'card.action.trigger'] },
		});
		const approver = [personById(setup.sandbox.openIdOf(alice))];
		const parameters = { whoMayAnswer: 'people', approvers: { approver } };
		({ ask } = await publishAsker(setup, parameters, larkApi));
	});
	afterAll(async () => {
		await setup.client.unpublish(trigger.workflow.id);
		await setup.close();
	});

	const statusOf = async ({ executionId }: Asked) =>
		(await setup.client.execution(executionId)).status;

	/** The click of a person on a card, as Lark pushes it. */
	const click = (lark_question: string, asked: Asked, user = alice, answer = 'approve') => {
		const event = cardEvent(secrets.verificationToken);
		return {
			...event,
			event: {
				...event.event,
				operator: { open_id: setup.sandbox.openIdOf(user) },
				action: { tag: 'button', value: { lark_question, answer } },
				context: {
					open_message_id: asked.message.messageId,
					open_chat_id: asked.message.chatId,
				},
			},
		};
	};
	const toastOf = async (event: object) => {
		const { status, body } = await trigger.send(trigger.push(event));
		expect(status).toBe(200);
		return (JSON.parse(body) as { toast?: { type: string; content: string } }).toast;
	};

	it('is not answered with the ticket of another execution', async () => {
		const [one, other] = [await ask(), await ask()];
		const [mine, theirs] = [
			await targetOf(setup, one, trigger),
			await targetOf(setup, other, trigger),
		];
		expect(await toastOf(click(theirs.sealed, one))).toMatchObject({ type: 'warning' });
		expect(await toastOf(click(mine.sealed, other))).toMatchObject({ type: 'warning' });
		expect([await statusOf(one), await statusOf(other)]).toEqual(['waiting', 'waiting']);
	});

	it('is not answered with a ticket that does not open, which starts nothing and says nothing of why', async () => {
		const asked = await ask();
		const { sealed, ticket, app } = await targetOf(setup, asked, trigger);
		const closed = [
			sealTicket(ticket, { ...app, appSecret: 'another' }),
			sealTicket(ticket, { ...app, appId: 'cli_ffffffffffffffff' }),
			`${sealed.slice(0, -9)}AAAAAAAAA`,
			sealed.replace('q1.', 'q2.'),
			'q1.',
		];
		const toasts = await Promise.all(
			closed.map(async (one) => (await toastOf(click(one, asked)))?.content),
		);
		expect(new Set(toasts)).toEqual(new Set([expect.stringContaining('cannot be answered')]));
		expect(await setup.client.executions(trigger.workflow.id)).toEqual([]);
		expect(await statusOf(asked)).toBe('waiting');
	});

	it('is answered once by a push that is sent twice, and not again by one of its kind', async () => {
		const asked = await ask();
		const { sealed } = await targetOf(setup, asked, trigger);
		const event = click(sealed, asked);
		const push = trigger.push(event);
		expect(await trigger.send(push)).toMatchObject({ status: 200 });
		expect(await trigger.send(push)).toMatchObject({ status: 401 });
		expect(await outcomeOf(setup, asked.executionId)).toMatchObject({ approved: true });
		expect(await toastOf(event)).toMatchObject({ type: 'success' }); // The same click, and its answer.
		expect(await toastOf(click(sealed, asked))).toMatchObject({ type: 'warning' });
		const { data } = await setup.client.execution(asked.executionId);
		expect(data.resultData.runData.Ask).toHaveLength(1);
	});

	it('shows no way back to anybody: not on the card, in an item, an execution or the log', async () => {
		const [asked, deleted] = [await ask(), await ask()];
		const [target, gone] = [
			await targetOf(setup, asked, trigger),
			await targetOf(setup, deleted, trigger),
		];
		await setup.client.deleteExecution(deleted.executionId);
		expect(await toastOf(click(gone.sealed, deleted))).toMatchObject({ type: 'warning' });
		await toastOf(click(target.sealed, asked));
		const { data } = await setup.client.finishedExecution(asked.executionId);
		const places = {
			card: asked.message.sentContent + asked.message.content,
			execution: JSON.stringify(data),
			log: setup.log.lines().join('\n'),
		};
		const signatures = [target, gone].map(({ ticket }) => ticket.resume.split('signature=')[1]);
		const hidden = [...signatures, target.app.appSecret, ...Object.values(secrets)];
		for (const text of Object.values(places)) {
			for (const secret of hidden) expect(text).not.toContain(secret);
		}
		expect(places.card).not.toContain('webhook-waiting');
		for (const { sealed } of [target, gone]) expect(places.log).not.toContain(sealed);
		// n8n prints the path of a request that it refuses, and the signature is in the query.
		expect(places.log).toContain(gone.ticket.resume.split('?')[0]);
		expect(places.log).not.toMatch(/webhook-waiting[^\s:]*\?|signature=|q1\.[\w-]{20}/);
	});

	it('is not answered by the signed URL alone', async () => {
		const asked = await ask();
		const { url, ticket } = await targetOf(setup, asked, trigger);
		for (const method of ['GET', 'POST']) {
			const headers = { 'Content-Type': 'application/json' };
			const body = JSON.stringify({ approved: true });
			const sent = await request(`${url}${ticket.resume}`, method, { headers, body });
			expect(sent.status).toBe(403);
			expect(sent.body).not.toContain(ticket.questionId);
		}
		expect(await statusOf(asked)).toBe('waiting');
	});

	it('survives 300 mutated requests, and is then answered', async () => {
		const asked = await ask();
		const target = await targetOf(setup, asked, trigger);
		const { wrong } = await fuzzAnswers(target, 300, randomFrom(20_261_128));
		expect(wrong).toEqual([]);
		expect(await statusOf(asked)).toBe('waiting');
		expect(await toastOf(click(target.sealed, asked, bob))).toMatchObject({ type: 'warning' });
		expect(await toastOf(click(target.sealed, asked))).toMatchObject({ type: 'success' });
		expect(await outcomeOf(setup, asked.executionId)).toMatchObject({ approved: true });
	}, 600_000);
});
