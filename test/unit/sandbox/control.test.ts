import { receive } from './delivery-receiver';
import { bench, PNG, type SandboxSetup } from './support';

async function control(b: SandboxSetup, method: string, path: string, body?: object) {
	const response = await fetch(`${b.sandbox.url}/sandbox/${path}`, {
		method,
		headers: { 'Content-Type': 'application/json' },
		body: body && JSON.stringify(body),
	});
	return { status: response.status, text: await response.text() };
}

async function json<T>(b: SandboxSetup, method: string, path: string, body?: object): Promise<T> {
	return JSON.parse((await control(b, method, path, body)).text) as T;
}

interface Message {
	message_id: string;
	parent_id?: string;
	sender: { id: string; sender_type: string; name: string };
	body: { content: string };
}

describe('the control API', () => {
	it('shows the state without secrets', async () => {
		const b = await bench();
		const { text } = await control(b, 'GET', 'state');
		const { appId, appSecret, encryptKey, verificationToken, name } = b.sandbox.app;
		for (const secret of [appSecret, encryptKey, verificationToken]) {
			expect(text).not.toContain(secret);
		}
		const state = JSON.parse(text) as { apps: object[]; users: object[]; chats: object[] };
		expect(state).toMatchObject({
			brand: 'lark',
			apps: [{ app_id: appId, name, request_url: '' }],
		});
		expect([state.users.length, state.chats.length]).toEqual([6, 4]);
		expect(state.chats[0]).toMatchObject({ chat_mode: 'group', bots: [appId] });
	});

	it('lets a person write, reply and be read', async () => {
		const b = await bench();
		const path = `chats/${b.group.chatId}/messages`;
		const open_id = b.sandbox.openIdOf(b.alice);
		const first = await json<Message>(b, 'POST', path, { open_id, text: 'Hi', mention_bot: true });
		await json(b, 'POST', path, { open_id, text: 'Well?', reply_to: first.message_id });
		await b.sendText('Here I am');
		const { items } = await json<{ items: Message[] }>(b, 'GET', path);
		expect(items.map(({ sender, body }) => [sender.name, body.content])).toEqual([
			['Alice Chen', '{"text":"@_user_1 Hi"}'],
			['Alice Chen', '{"text":"Well?"}'],
			['Workflow Bot', '{"text":"Here I am"}'],
		]);
		expect(items[1].parent_id).toBe(first.message_id);
	});

	it.each([
		['an unknown chat', 'chats/oc_0/messages', {}],
		['an unknown person', '', { open_id: 'ou_0' }],
		['no text', '', { text: '' }],
		['an unknown message to reply to', '', { reply_to: 'om_0' }],
	])('refuses %s', async (_, path, change) => {
		const b = await bench();
		const body = { open_id: b.sandbox.openIdOf(b.alice), text: 'Hi', ...change };
		const answer = await control(b, 'POST', path || `chats/${b.group.chatId}/messages`, body);
		expect(answer.status).toBe(400);
		expect(JSON.parse(answer.text)).toEqual({ error: expect.any(String) });
		expect(b.group.messages).toEqual([]);
	});

	it('refuses a person who is not in the chat', async () => {
		const b = await bench();
		const [, , supportChat] = b.sandbox.world.chats;
		const frank = b.sandbox.world.users[5];
		expect(() => b.sandbox.say({ from: frank, chat: supportChat.chatId, text: 'Hi' })).toThrow(
			'Frank Osei is not in this chat',
		);
	});

	it('opens the p2p chat of a user and a bot, once', async () => {
		const b = await bench();
		const pair = { open_id: b.sandbox.openIdOf(b.alice), app_id: b.sandbox.app.appId };
		const first = await json<{ chat_id: string }>(b, 'POST', 'p2p', pair);
		expect(await json(b, 'POST', 'p2p', pair)).toEqual(first);
		expect(first).toMatchObject({ chat_mode: 'p2p', members: [{ name: 'Alice Chen' }] });
	});

	it('subscribes after the handshake only', async () => {
		const b = await bench();
		const { url } = await receive(() => ({ status: 404 }));
		const path = `apps/${b.sandbox.app.appId}/subscription`;
		const answer = await control(b, 'PUT', path, { request_url: url });
		expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('HTTP 404')]);
		expect(b.sandbox.app.requestUrl).toBe('');
	});

	it('hands out resources', async () => {
		const b = await bench();
		const response = await fetch(`${b.sandbox.url}/sandbox/resources/${await b.imageKey()}`);
		expect(response.headers.get('content-type')).toBe('image/png');
		expect(Buffer.from(await response.arrayBuffer()).equals(PNG)).toBe(true);
	});

	it('streams what happens', async () => {
		const b = await bench();
		const response = await fetch(`${b.sandbox.url}/sandbox/stream`);
		const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
		const { message_id } = await b.sendText('Hi');
		b.sandbox.world.addUser({ name: 'New Hire' });
		await b.call('DELETE', `im/v1/messages/${message_id}`);
		let seen = '';
		while (!seen.includes('"deleted":true')) seen += (await reader?.read())?.value ?? '';
		const events = [...seen.matchAll(/^event: (\w+)/gm)].map((match) => match[1]);
		expect(events).toEqual(['message', 'state', 'message']);
		expect(seen).toContain(`"chat_id":"${b.group.chatId}"`);
	});

	it('serves the chat page and nothing outside it', async () => {
		const b = await bench();
		const page = await fetch(b.sandbox.url);
		expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<html')]);
		expect((await fetch(`${b.sandbox.url}/..%2findex.ts`)).status).toBe(404);
	});
});
