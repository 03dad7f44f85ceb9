import { bench, stoppedClock, type SandboxSetup } from './support';

const DAY = 24 * 60 * 60 * 1_000;

const openId = { user_id_type: 'open_id' };

function act(b: SandboxSetup, method: string, path: string, body?: object, query = {}) {
	return b.call(method, `im/v1/messages/${path}`, { query, body });
}

function urgent(b: SandboxSetup, messageId: string) {
	const body = { user_id_list: [b.sandbox.openIdOf(b.alice)] };
	return act(b, 'PATCH', `${messageId}/urgent_app`, body, openId);
}

async function sentToAlice(b: SandboxSetup): Promise<string> {
	const query = { receive_id_type: 'user_id' };
	const body = { receive_id: b.alice.userId, msg_type: 'text', content: '{"text":"Hi"}' };
	return (await b.call('POST', 'im/v1/messages', { query, body })).body.data.message_id;
}

describe('readers', () => {
	it('are those who have written after the message, each once; for 7 days', async () => {
		const { clock, advance } = stoppedClock();
		const b = await bench({ clock });
		const { message_id } = await b.sendText('Hi');
		for (const text of ['One', 'Two']) {
			b.sandbox.say({ from: b.alice, chat: b.group.chatId, text });
		}
		const list = () => act(b, 'GET', `${message_id}/read_users`, undefined, openId);
		const { items } = (await list()).body.data;
		expect(items).toHaveLength(1);
		advance(7 * DAY + 1);
		expect((await list()).body.code).toBe(230033);
	});
});

describe('reactions', () => {
	it('a page_token that is no token of the list: 231012', async () => {
		const b = await bench();
		const { message_id } = await b.sendText('Hi');
		const query = { page_token: 'abc' };
		const { body } = await act(b, 'GET', `${message_id}/reactions`, undefined, query);
		expect(body.code).toBe(231012);
	});
});

describe('urgent', () => {
	it('takes somebody in the chat, and no more than 200 unread ones', async () => {
		const b = await bench();
		const { message_id } = await b.sendText('Hi');
		const nobody = { user_id_list: ['ou_0'] };
		const path = `${message_id}/urgent_app`;
		expect((await act(b, 'PATCH', path, nobody, openId)).body.code).toBe(230001);
		const { urgents } = b.sandbox.world.message(message_id)!;
		urgents.push(...Array(200).fill({ userId: b.alice.userId, kind: 'app' }));
		expect((await urgent(b, message_id)).body.code).toBe(230023);
		b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Seen' });
		expect((await urgent(b, message_id)).body.code).toBe(0);
	});

	it('is refused for a recalled message', async () => {
		const b = await bench();
		const { message_id } = await b.sendText('Hi');
		b.sandbox.world.recall(b.sandbox.world.message(message_id)!);
		expect((await urgent(b, message_id)).body.code).toBe(230110);
	});
});

describe('follow-up bubbles', () => {
	const follow = (b: SandboxSetup, id: string) =>
		act(b, 'POST', `${id}/push_follow_up`, { follow_ups: [{ content: 'Yes' }] });

	it('are for the latest message of a p2p chat, once', async () => {
		const b = await bench();
		const [first, latest] = [await sentToAlice(b), await sentToAlice(b)];
		expect((await follow(b, first)).body.code).toBe(230006);
		expect((await follow(b, latest)).body.code).toBe(0);
		expect((await follow(b, latest)).body.code).toBe(230008);
		const { message_id } = await b.sendText('Hi');
		expect((await follow(b, message_id)).body.code).toBe(230003);
	});

	it('come within 10 minutes', async () => {
		const { clock, advance } = stoppedClock();
		const b = await bench({ clock });
		const id = await sentToAlice(b);
		advance(600_001);
		expect((await follow(b, id)).body.code).toBe(230002);
	});
});

describe('forwarding', () => {
	const merge = (b: SandboxSetup, message_id_list: string[]) =>
		act(
			b,
			'POST',
			'merge_forward',
			{ receive_id: b.group.chatId, message_id_list },
			{ receive_id_type: 'chat_id' },
		);

	it('refuses messages that are unknown, recalled or of several threads', async () => {
		const b = await bench();
		const [plain, threaded] = [await b.sendText('A'), await b.sendText('B')];
		b.sandbox.world.message(threaded.message_id)!.threadId = 'omt_1';
		expect((await merge(b, ['om_0'])).body.code).toBe(230064);
		const both = [plain.message_id, threaded.message_id];
		expect((await merge(b, both)).body.code).toBe(230067);
		b.sandbox.world.recall(b.sandbox.world.message(plain.message_id)!);
		expect((await merge(b, [plain.message_id])).body.code).toBe(230065);
		expect((await merge(b, both)).body.data).toMatchObject({
			invalid_message_id_list: [plain.message_id],
		});
	});

	it('refuses an unknown thread, and a message type that cannot be forwarded', async () => {
		const b = await bench();
		const { message_id } = await b.sendText('A');
		const forward = (receive_id: string, receive_id_type: string) =>
			act(b, 'POST', `${message_id}/forward`, { receive_id }, { receive_id_type });
		expect((await forward('omt_0', 'thread_id')).body.code).toBe(230019);
		b.sandbox.world.message(message_id)!.msgType = 'audio';
		expect((await forward(b.group.chatId, 'chat_id')).body.code).toBe(230061);
	});
});

describe('reactions', () => {
	const react = (b: SandboxSetup, id: string, emoji_type = 'OK') =>
		act(b, 'POST', `${id}/reactions`, { reaction_type: { emoji_type } });

	it('are one for each emoji and person or bot', async () => {
		const b = await bench();
		const { message_id } = await b.sendText('Hi');
		const ids = [await react(b, message_id), await react(b, message_id)].map(
			({ body }) => body.data.reaction_id,
		);
		expect(ids[0]).toBe(ids[1]);
		expect((await react(b, message_id, 'ok')).body.code).toBe(231001);
	});

	it('need a message that exists, in a chat of the bot', async () => {
		const b = await bench();
		expect((await react(b, 'om_0')).body.code).toBe(231003);
		const { message_id } = await b.sendText('Hi');
		b.group.bots = [];
		expect((await react(b, message_id)).body.code).toBe(231002);
		expect((await act(b, 'GET', `${message_id}/reactions`)).body.code).toBe(231008);
	});

	it('of several messages have pages of their own; what cannot be read has a reason', async () => {
		const b = await bench();
		const [first, second] = [await b.sendText('One'), await b.sendText('Two')];
		for (const emoji_type of ['OK', 'THUMBSUP', 'HEART']) {
			await react(b, first.message_id, emoji_type);
		}
		const query = async (queries: object[]) => {
			const body = { queries, page_size_per_message: 2 };
			const answer = await act(b, 'POST', 'reactions/batch_query', body);
			return answer.body.data as unknown as Record<string, Array<Record<string, unknown>>>;
		};
		const { message_id } = first;
		const page = await query([{ message_id }, { message_id: second.message_id }]);
		const [details, none] = page.success_msg_reaction_details;
		expect(details.message_reaction_items).toHaveLength(2);
		expect([details.has_more, none.has_more]).toEqual([true, false]);
		const { page_token } = details;
		const rest = await query([{ message_id, page_token }]);
		expect(rest.success_msg_reaction_details[0].message_reaction_items).toMatchObject([
			{ emoji_type: 'HEART' },
		]);
		const wrong = await query([{ message_id: second.message_id, page_token }, { message_id: 'x' }]);
		expect(wrong.fail_msg_reaction_details.map(({ fail_reason }) => fail_reason)).toEqual([
			'invalid_page_token',
			'invalid',
		]);
	});
});
