import { bench, stoppedClock, type SandboxSetup } from './support';

function reply(b: SandboxSetup, message_id: string, more: object = {}) {
	const body = { msg_type: 'text', content: '{"text":"Yes"}', ...more };
	return b.call('POST', `im/v1/messages/${message_id}/reply`, { body });
}

function list(b: SandboxSetup, query: Record<string, string>) {
	const container = { container_id_type: 'chat', container_id: b.group.chatId };
	return b.call('GET', 'im/v1/messages', { query: { ...container, ...query } });
}

describe('replies and threads', () => {
	it('keep root and parent', async () => {
		const b = await bench();
		const root = await b.sendText('Question');
		const first = (await reply(b, root.message_id)).body.data;
		const second = (await reply(b, first.message_id)).body.data;
		expect(second).toMatchObject({ root_id: root.message_id, parent_id: first.message_id });
		expect(second.thread_id).toBeUndefined();
	});

	it('a thread is a container of its own, and draws later replies in', async () => {
		const b = await bench();
		const root = await b.sendText('Topic');
		const first = (await reply(b, root.message_id, { reply_in_thread: true })).body.data;
		const second = (await reply(b, root.message_id)).body.data;
		expect(first.thread_id).toMatch(/^omt_/);
		expect(second.thread_id).toBe(first.thread_id);

		const chat = await list(b, {});
		expect(chat.body.data.items.map((item) => item.message_id)).toEqual([root.message_id]);
		const thread = await list(b, {
			container_id_type: 'thread',
			container_id: first.thread_id ?? '',
		});
		expect(thread.body.data.items.map((item) => item.message_id)).toEqual([
			root.message_id,
			first.message_id,
			second.message_id,
		]);
	});

	it('the parent of a message in a thread is the root, whichever message was replied to', async () => {
		const b = await bench();
		const root = (await b.sendText('Topic')).message_id;
		const first = (await reply(b, root, { reply_in_thread: true })).body.data;
		const second = (await reply(b, first.message_id)).body.data;
		const { messageId } = b.sandbox.say({
			from: b.alice,
			chat: b.group.chatId,
			text: 'Me too',
			replyTo: second.message_id,
		});
		const said = (await b.call('GET', `im/v1/messages/${messageId}`)).body.data.items[0];
		const { thread_id } = first;
		for (const message of [first, second, said]) {
			expect(message).toMatchObject({ parent_id: root, root_id: root, thread_id });
		}
	});

	describe('in a group of the thread form', () => {
		const threads = async () => {
			const b = await bench();
			const body = { group_message_type: 'thread' };
			b.group.ownerId = b.sandbox.app.appId;
			const answer = await b.call('PUT', `im/v1/chats/${b.group.chatId}`, { body });
			expect(answer.body.code).toBe(0);
			return b;
		};

		it('every message has a thread: a new one begins one, a reply is in that of its root', async () => {
			const b = await threads();
			const first = await b.sendText('One');
			const second = await b.sendText('Two');
			expect([first.thread_id, second.thread_id]).toEqual([
				expect.stringMatching(/^omt_/),
				expect.stringMatching(/^omt_/),
			]);
			expect(second.thread_id).not.toBe(first.thread_id);
			const { thread_id, root_id } = (await reply(b, first.message_id)).body.data;
			expect([thread_id, root_id]).toEqual([first.thread_id, first.message_id]);
			const say = (replyTo?: string) =>
				b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Hi', replyTo });
			expect(say().threadId).toMatch(/^omt_/);
			expect(say(second.message_id).threadId).toBe(second.thread_id);
			const body = { receive_id: b.group.chatId };
			const query = { receive_id_type: 'chat_id' };
			const path = `im/v1/messages/${first.message_id}/forward`;
			const forwarded = (await b.call('POST', path, { query, body })).body.data;
			expect(forwarded.thread_id).toMatch(/^omt_/);
			expect(forwarded.thread_id).not.toBe(first.thread_id);
		});

		it('the chat lists the roots, each thread its messages', async () => {
			const b = await threads();
			const root = await b.sendText('One');
			const answer = (await reply(b, root.message_id)).body.data;
			const ids = async (query: Record<string, string>) =>
				(await list(b, query)).body.data.items.map(({ message_id }) => message_id);
			expect(await ids({})).toEqual([root.message_id]);
			const thread = { container_id_type: 'thread', container_id: root.thread_id ?? '' };
			expect(await ids(thread)).toEqual([root.message_id, answer.message_id]);
		});

		it('a reply to a message from before makes it a thread', async () => {
			const b = await bench();
			const before = await b.sendText('Before');
			expect(before.thread_id).toBeUndefined();
			b.group.settings.group_message_type = 'thread';
			const said = b.sandbox.say({
				from: b.alice,
				chat: b.group.chatId,
				text: 'After',
				replyTo: before.message_id,
			});
			const read = (await b.call('GET', `im/v1/messages/${before.message_id}`)).body.data.items[0];
			expect(said.threadId).toMatch(/^omt_/);
			expect(read.thread_id).toBe(said.threadId);
		});
	});

	it.each([
		['a message that does not exist', 'om_nothing', {}, 99992354],
		['a divider as reply', '', { msg_type: 'system' }, 99992402],
	])('%s: refused', async (_, id, more, code) => {
		const b = await bench();
		const { message_id } = await b.sendText('Question');
		expect((await reply(b, id || message_id, more)).body.code).toBe(code);
	});
});

describe('reading and recalling', () => {
	it('lists a time range, newest first when asked', async () => {
		const { clock, advance } = stoppedClock(1_700_000_000_000);
		const b = await bench({ clock });
		for (const text of ['One', 'Two', 'Three']) {
			await b.sendText(text);
			advance(10_000);
		}
		const texts = async (query: Record<string, string>) =>
			(await list(b, query)).body.data.items.map(
				(item) => (JSON.parse(item.body.content) as { text: string }).text,
			);
		expect(await texts({ sort_type: 'ByCreateTimeDesc' })).toEqual(['Three', 'Two', 'One']);
		expect(await texts({ start_time: '1700000010', end_time: '1700000015' })).toEqual(['Two']);
		expect((await list(b, { start_time: '1700000010000' })).body.code).toBe(230001);
	});

	it('pages through messages; a page_token fits only its own list', async () => {
		const b = await bench();
		for (let i = 0; i < 5; i++) await b.sendText(`Message ${i}`);
		const first = (await list(b, { page_size: '2' })).body.data;
		expect([first.items.length, first.has_more]).toEqual([2, true]);
		const { page_token } = first;
		const last = (await list(b, { page_size: '3', page_token })).body.data;
		expect([last.items.length, last.has_more]).toEqual([3, false]);
		expect(last).not.toHaveProperty('page_token');
		const wrong: Array<Record<string, string>> = [
			{ page_token: 'abc' },
			{ page_token, sort_type: 'ByCreateTimeDesc' },
		];
		for (const query of wrong) expect((await list(b, query)).body.code).toBe(230001);
	});

	it('group messages need im:message.group_msg, and the bot in the chat', async () => {
		const b = await bench();
		b.sandbox.app.scopes = ['im:message'];
		const { message_id } = await b.sendText('Hi');
		expect((await b.call('GET', `im/v1/messages/${message_id}`)).body.code).toBe(230027);
		b.sandbox.app.scopes = 'all';
		b.group.bots = [];
		expect((await b.call('GET', `im/v1/messages/${message_id}`)).body.code).toBe(230002);
	});

	it('a user needs im:message.group_msg:get_as_user for it', async () => {
		const b = await bench();
		const { message_id } = await b.sendText('Hi');
		const read = async (...scopes: string[]) => {
			const token = b.sandbox.issueUserToken(b.sandbox.openIdOf(b.alice), scopes);
			return (await b.call('GET', `im/v1/messages/${message_id}`, { token })).body.code;
		};
		expect(await read('im:message:readonly')).toBe(230027);
		expect(await read('im:message:readonly', 'im:message.group_msg:get_as_user')).toBe(0);
	});

	it('a recalled message keeps its place, takes no reply and no second recall', async () => {
		const b = await bench();
		const { message_id } = await b.sendText('Oops');
		expect((await b.call('DELETE', `im/v1/messages/${message_id}`)).body.code).toBe(0);
		expect((await list(b, {})).body.data.items[0]).toMatchObject({
			deleted: true,
			body: { content: 'This message was recalled' },
		});
		expect((await reply(b, message_id)).body.code).toBe(230011);
		expect((await b.call('DELETE', `im/v1/messages/${message_id}`)).body.code).toBe(230110);
	});

	it.each(['ownerId', 'creatorId', 'managers'] as const)(
		"a bot recalls another's message in a group where it is %s, for a year",
		async (role) => {
			const { clock, advance } = stoppedClock();
			const b = await bench({ clock });
			const { appId } = b.sandbox.app;
			const said = ['One', 'Two'].map((text) =>
				b.sandbox.say({ from: b.alice, chat: b.group.chatId, text }),
			);
			const recall = async (which: number) =>
				(await b.call('DELETE', `im/v1/messages/${said[which].messageId}`)).body.code;
			expect(await recall(0)).toBe(230026);
			if (role === 'managers') b.group.managers.push(appId);
			else b.group[role] = appId;
			expect(await recall(0)).toBe(0);
			advance(365 * 24 * 60 * 60 * 1_000 + 1);
			expect(await recall(1)).toBe(230009);
		},
	);

	it('a message of a batch: 230054; of a person outside the availability: 230013', async () => {
		const b = await bench();
		const body = { msg_type: 'text', content: { text: 'Hi' }, user_ids: [b.alice.userId] };
		await b.call('POST', 'message/v4/batch_send', { body });
		const [message] = b.sandbox.world.batches[0].messages;
		const recall = async () =>
			(await b.call('DELETE', `im/v1/messages/${message.messageId}`)).body.code;
		expect(await recall()).toBe(230054);
		b.sandbox.app.availability = [];
		expect(await recall()).toBe(230013);
	});

	it("another's message: 230026", async () => {
		const b = await bench();
		const said = b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Mine' });
		expect((await b.call('DELETE', `im/v1/messages/${said.messageId}`)).body.code).toBe(230026);
	});
});
