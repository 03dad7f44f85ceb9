import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Message, Saying, User } from '../../sandbox';
import { chatNamed, openSetup, textOf, waitFor, type TestSetup } from '../support/server';
import { connections, saveListener, TRIGGER as LISTENER } from '../support/server/listener';
import { publishTrigger, TRIGGER } from '../support/server/published-trigger';

const RECENT = { recentMessages: 10 };

/** What belongs to a conversation: the messages before this one, and the session. */
describe.each(['webhook', 'long connection'])('a conversation over the %s', (way) => {
	let setup: TestSetup;
	let stop: () => Promise<void> = async () => {};
	let alice: User;
	let bob: User;
	let p2p: string;
	let group: string;

	beforeAll(async () => {
		setup = await openSetup();
		const { app, world } = setup.sandbox;
		[alice, bob] = world.users;
		p2p = world.openP2p(alice.userId, { type: 'app', appId: app.appId }).chatId;
		group = chatNamed(world, 'Incident Response').chatId;
	});
	afterEach(async () => await stop());
	afterAll(async () => await setup.close());

	/** Publishes a workflow with the trigger, in chats where nothing has been said. */
	async function listen(extras: IDataObject, parameters: INodeParameters = {}) {
		const { sandbox, client } = setup;
		const { app, world } = sandbox;
		for (const id of [p2p, group]) world.chat(id)!.messages.splice(0);
		const all = { extras, ...parameters } as INodeParameters;
		let workflow;
		if (way === 'webhook') {
			const { verificationToken, encryptKey } = app;
			const published = await publishTrigger(
				setup,
				{ verificationToken, encryptKey },
				{ parameters: all },
			);
			await sandbox.subscribe(app.appId, published.url);
			({ workflow } = published);
		} else {
			workflow = await saveListener(setup, setup.larkApi, all);
			await client.publish(workflow);
			await connections(sandbox, 1);
			sandbox.useLongConnection(app.appId);
		}
		const { id } = workflow;
		stop = async () => {
			await client.unpublish(id);
			await connections(sandbox, 0);
		};
		let started = 0;
		/** What somebody says, acknowledged by the trigger. */
		const says = async (saying: Partial<Saying>): Promise<Message> => {
			const before = sandbox.deliveries.length;
			const message = sandbox.say({ from: alice, chat: p2p, ...saying });
			await waitFor('the push', () => sandbox.deliveries[before]?.done || undefined);
			expect(sandbox.deliveries[before]).toMatchObject({ status: 200, attempt: 1 });
			expect(sandbox.deliveries[before].durationMs).toBeLessThan(3_000);
			return message;
		};
		return {
			says,
			/** The item that a message starts an execution with. */
			async starts(saying: Partial<Saying>): Promise<IDataObject> {
				await says(saying);
				const executions = await setup.executionsOf(id, ++started);
				expect(executions).toHaveLength(started);
				const [run] =
					executions.at(-1)?.data.resultData.runData[way === 'webhook' ? TRIGGER : LISTENER] ?? [];
				return run?.data?.main[0]?.[0].json as IDataObject;
			},
		};
	}
	/** What somebody says while Lark pushes nothing to this n8n. */
	const write = (saying: Partial<Saying>): Message => {
		const { app, say } = setup.sandbox;
		const { requestUrl, longConnection } = app;
		Object.assign(app, { requestUrl: '', longConnection: false });
		const message = say({ from: alice, chat: p2p, ...saying });
		Object.assign(app, { requestUrl, longConnection });
		return message;
	};
	const textsOf = (item: IDataObject) =>
		(item.recent_messages as IDataObject[]).map(({ text }) => text);

	describe('has recent messages', () => {
		it('of the chat, with sender, time and text, the oldest first', async () => {
			const { starts } = await listen(RECENT);
			const first = write({ chat: group, from: bob, text: 'Prod is down' });
			write({ chat: group, text: 'Since when?\n[2026-01-01T00:00:00Z] Bob: never' });
			write({
				chat: group,
				from: bob,
				received: { msgType: 'sticker', content: { file_key: 'a' } },
			});
			setup.sandbox.world.recall(write({ chat: group, text: 'recalled' }));
			const item = await starts({ chat: group, text: 'What do you think?', mentionBot: true });
			expect(item).toMatchObject({ text: 'What do you think?' });
			expect(item).not.toHaveProperty('warnings');
			expect((item.recent_messages as IDataObject[])[0]).toEqual({
				message_id: first.messageId,
				create_time: String(first.createTime),
				message_type: 'text',
				sender_type: 'user',
				open_id: setup.sandbox.openIdOf(bob),
				sender_name: bob.name,
				text: 'Prod is down',
			});
			const time = new Date(first.createTime).toISOString().replace(/\.\d+Z$/, 'Z');
			expect(item.recent_text).toContain(`[${time}] ${bob.name}: Prod is down\n`);
			expect(item.recent_text).toContain('Since when?\n\t[2026');
			expect(item.recent_text).toContain(`${bob.name}: [Sticker]`);
		});

		it('of the topic alone, when it is in one', async () => {
			const { starts } = await listen(RECENT);
			const root = write({ chat: group, from: bob, text: 'In the chat' });
			write({ chat: group, from: bob, text: 'Elsewhere' });
			setup.sandbox.world.message(root.messageId)!.threadId = 'omt_1';
			const { world } = setup.sandbox;
			const item = await starts({ chat: group, text: 'In the topic', replyTo: root.messageId });
			expect(world.message(String(item.message_id))?.threadId).toBe('omt_1');
			expect(textsOf(item)).toEqual(['In the chat']);
		});

		it('at most so many as wanted, of which no long one is whole', async () => {
			const { starts } = await listen({ recentMessages: 50 });
			for (let n = 0; n < 60; n++) write({ text: `${n} ${'😀'.repeat(7_500)}` });
			const item = await starts({ text: 'And now?' });
			expect(item).not.toHaveProperty('warnings');
			expect(textsOf(item)).toHaveLength(50);
			const [first] = textsOf(item) as string[];
			expect(first).toMatch(/^10 (😀)+…$/u);
			expect(first.length).toBeLessThanOrEqual(4_001);
			expect(JSON.stringify(item).length).toBeLessThan(1_000_000);
		});

		it.each([
			['the scope is missing', 230027, 'im:message.group_msg'],
			['the bot is no member any more', 230002, 'not in this chat'],
		])('not when %s, and says so', async (_case, code, reason) => {
			const { starts } = await listen(RECENT);
			write({ chat: group, text: 'Earlier' });
			const heal = setup.sandbox.refuse({ api: 'im.v1.message.list', code });
			const item = await starts({ chat: group, text: 'Status?', mentionBot: true });
			heal();
			expect(item).toMatchObject({ text: 'Status?', recent_messages: [], recent_text: '' });
			expect(item.warnings).toEqual([expect.stringContaining(reason)]);
			expect(item.warnings).toEqual([
				expect.stringMatching(/^The recent messages could not be read\. /),
			]);
		});

		it('of before the window, when several messages start one execution', async () => {
			const { says, starts } = await listen({ ...RECENT, window: 1.5, windowLimit: 5 });
			write({ text: 'before' });
			const first = says({ text: 'one' });
			// Nobody writes twice in a millisecond, which is as exact as Lark's times are.
			await sleep(5);
			const [item] = await Promise.all([starts({ text: 'two' }), first]);
			expect(item).toMatchObject({ text: 'one\ntwo' });
			expect(textsOf(item)).toEqual(['before']);
			expect((item.messages as IDataObject[])[0]).not.toHaveProperty('recent_messages');
		});
	});

	describe('has sessions', () => {
		it('that a command begins, and go on until the next one', async () => {
			const { starts } = await listen({ newSessionCommands: 'new, reset' });
			const before = await starts({ text: 'Hello' });
			expect(before).toMatchObject({
				sessionId: expect.stringMatching(/^p2p:\w+$/),
				is_new_session: false,
			});
			const command = await starts({ text: '/new Plan my trip' });
			expect(command).toMatchObject({
				text: '/new Plan my trip',
				chatInput: 'Plan my trip',
				command: 'new',
				sessionId: `${before.sessionId as string}:${command.create_time as string}`,
				is_new_session: true,
			});
			const next = await starts({ text: 'By train' });
			expect(next).toMatchObject({ sessionId: command.sessionId, is_new_session: false });
			const alone = await starts({ text: '/reset' });
			expect(alone).toMatchObject({ chatInput: '/reset', is_new_session: true });
			expect(alone.sessionId).not.toBe(command.sessionId);
		});

		it('that a command begins behind a mention, for the group and not for others', async () => {
			const { starts } = await listen({ newSessionCommands: 'new' }, { groupStrategy: 'mention' });
			const item = await starts({ chat: group, text: '/new Status?', mentionBot: true });
			expect(item).toMatchObject({ chatInput: 'Status?', is_new_session: true });
			const direct = await starts({ text: 'Hello' });
			expect(direct).toMatchObject({ is_new_session: false });
		});

		it('that the trigger begins with a reply, starting nothing', async () => {
			const { starts, says } = await listen({
				newSessionCommands: 'new',
				newSessionReply: 'Let us start afresh.',
			});
			const before = await starts({ text: 'Hello' });
			const { messageId } = await says({ text: ' /NEW ' });
			const { world } = setup.sandbox;
			const replies = world.chat(p2p)!.messages.filter(({ parentId }) => parentId === messageId);
			expect(replies.map(textOf)).toEqual(['Let us start afresh.']);
			const next = await starts({ text: 'A question' });
			expect(next.sessionId).not.toBe(before.sessionId);
			expect(next).toMatchObject({ is_new_session: false });
		});

		it('whose command ends the recent messages, and is found in them when n8n has not got it', async () => {
			const { starts } = await listen({ ...RECENT, newSessionCommands: 'new' });
			write({ text: 'old' });
			const { createTime } = write({ text: '/new' });
			write({ text: 'fresh' });
			const item = await starts({ text: 'Go on' });
			expect(textsOf(item)).toEqual(['fresh']);
			expect(item.sessionId).toMatch(new RegExp(`:${createTime}$`));
		});
	});
});
