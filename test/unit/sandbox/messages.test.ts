import { bench, stoppedClock, type Bench } from './support';

const HOUR = 3_600_000;

function sendTo(b: Bench, type: string, receive_id: string, more: object = {}) {
	return b.call('POST', 'im/v1/messages', {
		query: { receive_id_type: type },
		body: { receive_id, msg_type: 'text', content: '{"text":"Hi"}' },
		...more,
	});
}

function reply(b: Bench, message_id: string, more: object = {}) {
	const body = { msg_type: 'text', content: '{"text":"Yes"}', ...more };
	return b.call('POST', `im/v1/messages/${message_id}/reply`, { body });
}

function list(b: Bench, query: Record<string, string>) {
	const container = { container_id_type: 'chat', container_id: b.group.chatId };
	return b.call('GET', 'im/v1/messages', { query: { ...container, ...query } });
}

describe('receivers', () => {
	it('every kind of user ID leads to the same p2p chat', async () => {
		const b = await bench();
		const { userId, unionId, email } = b.alice;
		const receivers = [
			['open_id', b.sandbox.openIdOf(b.alice)],
			['union_id', unionId],
			['user_id', userId],
			['email', email],
		];
		const chats = new Set<string>();
		for (const [type, id] of receivers) chats.add((await sendTo(b, type, id)).body.data.chat_id);
		expect(chats.size).toBe(1);
		const [chatId] = chats;
		expect(b.sandbox.world.chat(chatId)).toMatchObject({ mode: 'p2p', members: [userId] });
	});

	it.each([
		['open_id', 'ou_nobody'],
		['chat_id', 'oc_nothing'],
		['email', 'nobody@example.com'],
	])('an unknown %s: 230034', async (type, id) => {
		expect((await sendTo(await bench(), type, id)).body.code).toBe(230034);
	});

	it('an open_id of another app: 99992361', async () => {
		const b = await bench();
		const openId = b.sandbox.openIdOf(b.alice, b.sandbox.registerApp());
		expect((await sendTo(b, 'open_id', openId)).body.code).toBe(99992361);
	});

	it('a user outside the availability: 230013; one who left: 230029', async () => {
		const b = await bench();
		const openId = b.sandbox.openIdOf(b.alice);
		b.sandbox.app.availability = [];
		expect((await sendTo(b, 'open_id', openId)).body.code).toBe(230013);
		b.alice.resigned = true;
		expect((await sendTo(b, 'open_id', openId)).body.code).toBe(230029);
	});

	it('a p2p chat whose person is no longer in the availability: 230013', async () => {
		const b = await bench();
		const openId = b.sandbox.openIdOf(b.alice);
		const { message_id, chat_id } = (await sendTo(b, 'open_id', openId)).body.data;
		b.sandbox.app.availability = [];
		expect((await sendTo(b, 'chat_id', chat_id)).body.code).toBe(230013);
		expect((await reply(b, message_id)).body.code).toBe(230013);
	});

	it('a group without the bot: 230002; a dissolved one: 232009', async () => {
		const b = await bench();
		const foreign = b.sandbox.world.chats.find((chat) => chat.name === 'Leadership');
		expect((await sendTo(b, 'chat_id', foreign?.chatId ?? '')).body.code).toBe(230002);
		b.group.status = 'dissolved';
		expect((await sendTo(b, 'chat_id', b.group.chatId)).body.code).toBe(232009);
	});
});

describe('uuid', () => {
	it('sends once within an hour and answers with the first message', async () => {
		const { clock, advance } = stoppedClock();
		const b = await bench({ clock });
		const first = await b.sendText('One', { uuid: 'a' });
		advance(HOUR - 1);
		const again = await b.sendText('Two', { uuid: 'a' });
		expect(again.message_id).toBe(first.message_id);
		expect(b.group.messages).toHaveLength(1);
		advance(1);
		expect((await b.sendText('Three', { uuid: 'a' })).message_id).not.toBe(first.message_id);
		expect(b.group.messages).toHaveLength(2);
	});

	it('does not remember a refused message, and belongs to one app', async () => {
		const b = await bench();
		const refused = await b.send('text', {}, { uuid: 'a' });
		expect(refused.body.code).toBe(230001);
		const first = await b.sendText('One', { uuid: 'a' });
		const app = b.sandbox.registerApp();
		b.group.bots.push(app.appId);
		const other = await b.sendText('One', { uuid: 'a', app });
		expect(other.message_id).not.toBe(first.message_id);
	});

	it('holds for replies', async () => {
		const b = await bench();
		const { message_id } = await b.sendText('Question');
		const replies = [
			await reply(b, message_id, { uuid: 'r' }),
			await reply(b, message_id, { uuid: 'r' }),
		];
		expect(new Set(replies.map((answer) => answer.body.data.message_id)).size).toBe(1);
		expect(b.group.messages).toHaveLength(2);
	});
});

describe('mentions', () => {
	it('come back as @_user_N, once per person', async () => {
		const b = await bench();
		const [alice, bob] = b.sandbox.world.users.map((user) => b.sandbox.openIdOf(user));
		const at = (id: string) => `<at user_id="${id}">x</at>`;
		const sent = await b.sendText(
			`${at(alice)} ${at(bob)} ${at(alice)} ${at('all')} ${at('ou_x')}`,
		);
		expect(JSON.parse(sent.body.content)).toEqual({
			text: '@_user_1 @_user_2 @_user_1 @_all <at user_id="ou_x">x</at>',
		});
		expect(sent.mentions?.map(({ key, id, name }) => [key, id, name])).toEqual([
			['@_user_1', alice, 'Alice Chen'],
			['@_user_2', bob, 'Bob Miller'],
		]);
	});

	it('a post comes back without its locale', async () => {
		const b = await bench();
		const user_id = b.sandbox.openIdOf(b.alice);
		const content = { en_us: { title: 'T', content: [[{ tag: 'at', user_id }]] } };
		const { body } = await b.send('post', content);
		expect(JSON.parse(body.data.body.content)).toEqual({
			title: 'T',
			content: [[{ tag: 'at', user_id: '@_user_1', user_name: 'Alice Chen' }]],
		});
	});

	it('uses the ID type that is asked for', async () => {
		const b = await bench();
		const { message_id } = await b.sendText(`<at user_id="${b.sandbox.openIdOf(b.alice)}"></at>`);
		const query = { user_id_type: 'user_id' };
		const answer = await b.call('GET', `im/v1/messages/${message_id}`, { query });
		expect(answer.body.data.items[0].mentions?.[0]).toMatchObject({
			id: b.alice.userId,
			id_type: 'user_id',
		});
	});
});

describe('cards', () => {
	it('come back simplified, or as sent when asked', async () => {
		const b = await bench();
		const card = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'Hi' }] } };
		const { message_id } = (await b.send('interactive', card)).body.data;
		const contentWith = async (query: Record<string, string>) => {
			const answer = await b.call('GET', `im/v1/messages/${message_id}`, { query });
			return JSON.parse(answer.body.data.items[0].body.content) as unknown;
		};
		expect(await contentWith({})).toEqual({ title: '', elements: [[{ tag: 'text', text: 'Hi' }]] });
		expect(await contentWith({ card_msg_content_type: 'user_card_content' })).toEqual(card);
	});
});

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
		expect([last.items.length, last.has_more, last.page_token]).toEqual([3, false, '']);
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

	it("another's message: 230026", async () => {
		const b = await bench();
		const said = b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Mine' });
		expect((await b.call('DELETE', `im/v1/messages/${said.messageId}`)).body.code).toBe(230026);
	});
});
