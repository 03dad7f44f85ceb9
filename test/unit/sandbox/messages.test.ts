import { bench, stoppedClock, type SandboxSetup } from './support';

const HOUR = 3_600_000;

function sendTo(b: SandboxSetup, type: string, receive_id: string, more: object = {}) {
	return b.call('POST', 'im/v1/messages', {
		query: { receive_id_type: type },
		body: { receive_id, msg_type: 'text', content: '{"text":"Hi"}' },
		...more,
	});
}

function reply(b: SandboxSetup, message_id: string, more: object = {}) {
	const body = { msg_type: 'text', content: '{"text":"Yes"}', ...more };
	return b.call('POST', `im/v1/messages/${message_id}/reply`, { body });
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
