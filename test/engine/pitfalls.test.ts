import type { INodeParameters } from 'n8n-workflow';

import type { Chat } from '../../sandbox';
import { PNG_BYTES } from '../support/media';
import { itemWithFile } from './harness';
import { byAddress, items as incoming, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: known mistakes of Lark integrations', () => {
	let lark: LarkNode;
	let group: Chat;

	beforeAll(async () => {
		lark = await openLarkNode();
		[group] = lark.sandbox.world.chats;
	});
	beforeEach(() => {
		lark.reset();
		group.messages.length = 0;
	});
	afterAll(async () => await lark.sandbox.close());

	const run = async (operation: string, parameters: object, given = {}) =>
		await lark.run({ resource: 'message', operation, ...parameters } as INodeParameters, given);
	const toGroup = () => ({ receiver: byAddress(group.chatId), text: 'Hello' });
	const requestsTo = (path: string) =>
		lark.sandbox.requests.filter((request) => request.path.endsWith(path));
	const answerOnce = (status: number, body: object) => {
		let answered = 0;
		return lark.sandbox.intercept(({ path }) =>
			path.includes('/im/') && answered++ < 1 ? { status, body } : undefined,
		);
	};

	it('treats an error code in a response with HTTP 200 as an error', async () => {
		const heal = answerOnce(200, { code: 230002, msg: 'Bot can NOT be out of the chat.' });
		const { error, items } = await run('send', toGroup());
		heal();
		expect(error?.message).toBe('The bot is not in this chat');
		expect(items).toEqual([]);
	});

	it('reports an error that comes after the token has been replaced', async () => {
		await run('send', toGroup());
		lark.sandbox.revokeTokens();
		lark.sandbox.requests.length = 0;
		const foreign = lark.sandbox.world.chats.find(({ bots }) => bots.length === 0)!;
		const { error } = await run('send', { ...toGroup(), receiver: byAddress(foreign.chatId) });
		expect(error?.message).toBe('The bot is not in this chat');
		expect(requestsTo('/messages').map(({ code }) => code)).toEqual([99991663, 230002]);
	});

	it('reports a token that is refused again instead of retrying without end', async () => {
		const heal = lark.sandbox.intercept(({ path }) =>
			path.endsWith('/messages')
				? { status: 400, body: { code: 99991663, msg: 'Invalid access token' } }
				: undefined,
		);
		const { error } = await run('send', toGroup());
		heal();
		expect(error).toMatchObject({ description: expect.stringContaining('Lark code 99991663') });
		expect(requestsTo('/messages')).toHaveLength(2);
	});

	it('does not send a new message when the message to reply to was recalled', async () => {
		const [from] = lark.sandbox.world.users;
		const message = lark.sandbox.say({ from, chat: group.chatId, text: 'Oops' });
		lark.sandbox.world.recall(message);
		const { error } = await run('reply', { messageId: message.messageId, text: 'Yes' });
		expect(error).toMatchObject({ description: expect.stringContaining('Lark code 230011') });
		expect(group.messages).toHaveLength(1);
		expect(requestsTo('/messages')).toEqual([]);
	});

	it.each([
		[230020, 400],
		[99991400, 429],
	])('too many requests (%d) do not make an answer a message of its own', async (code, status) => {
		const [from] = lark.sandbox.world.users;
		const { messageId } = lark.sandbox.say({ from, chat: group.chatId, text: 'Hi' });
		const heal = answerOnce(status, { code, msg: 'Too many requests' });
		const { error } = await run('reply', { messageId, text: 'Yes' });
		heal();
		expect(requestsTo('/messages')).toEqual([]);
		expect(error?.message ?? 'Too many').toMatch(/too many|too fast|limit/i);
	});

	it('does not send a refused card as text', async () => {
		const foreign = lark.sandbox.world.chats.find(({ bots }) => bots.length === 0)!;
		const receiver = byAddress(foreign.chatId);
		const card = { receiver, msgType: 'interactive', cardTitle: 'Down' };
		expect((await run('send', card)).error).toBeDefined();
		expect(requestsTo('/messages').map(({ body }) => body.msg_type)).toEqual(['interactive']);
	});

	it('starts nothing after an item that Lark refuses', async () => {
		const receiver = byAddress('={{ $json.to }}');
		const given = { items: incoming({ to: group.chatId }, { to: 'oc_0' }, { to: 'oc_0' }) };
		const { error } = await run('send', { receiver, text: 'Hello' }, given);
		expect(error).toMatchObject({
			context: { itemIndex: 1, items: { done: [0], failed: [1], notStarted: [2] } },
		});
		expect(group.messages).toHaveLength(1);
		expect(requestsTo('/messages').map(({ body }) => body.receive_id)).toEqual([
			group.chatId,
			'oc_0',
		]);
	});

	it('sends the file of each item with its own name and type', async () => {
		const files = ['one.txt', 'two.txt', 'three.txt'];
		const given = files.map(
			async (fileName) =>
				await itemWithFile(Buffer.from(fileName), { fileName, mimeType: 'text/plain' }),
		);
		const receiver = byAddress(group.chatId);
		const file = { receiver, msgType: 'file' };
		const { error } = await run('send', file, { items: await Promise.all(given) });
		expect(error).toBeUndefined();
		const sent = group.messages.map(({ content }) => {
			const { file_key } = JSON.parse(content) as { file_key: string };
			return lark.sandbox.world.resource(file_key);
		});
		expect(sent.map((resource) => [resource?.fileName, resource?.bytes.toString()])).toEqual(
			files.map((name) => [name, name]),
		);
	});

	it('uploads a file as a multipart form with its name', async () => {
		const items = [await itemWithFile(PNG_BYTES, { fileName: 'a.png', mimeType: 'image/png' })];
		const types: unknown[] = [];
		const stop = lark.sandbox.intercept(({ path, headers }) => {
			if (path.endsWith('/images')) types.push(headers['content-type']);
			return undefined;
		});
		const image = { receiver: byAddress(group.chatId), msgType: 'image' };
		const { error } = await run('send', image, { items });
		stop();
		expect(error).toBeUndefined();
		expect(types).toEqual([expect.stringMatching(/^multipart\/form-data; boundary=/)]);
	});

	it('accepts the longest text that Lark accepts, whatever its characters, and refuses a longer one', async () => {
		for (const [letter, bytes] of [
			['a', 1],
			['"', 4],
			['好', 3],
		] as const) {
			const most = Math.floor((150 * 1024 - 512 - '"{\\"text\\":\\"\\"}"'.length) / bytes);
			const text = letter.repeat(most);
			const { error } = await run('send', { receiver: byAddress(group.chatId), text });
			expect(error).toBeUndefined();
			const more = await run('send', { receiver: byAddress(group.chatId), text: `${text}${text}` });
			expect(more.error?.message).toMatch(/^Text is too long/);
		}
		expect(requestsTo('/messages').map(({ code }) => code)).toEqual([0, 0, 0]);
	});

	it('writes nothing of a message to the console', async () => {
		const written = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
			jest.spyOn(console, level),
		);
		await run('send', toGroup());
		await run('send', { ...toGroup(), receiver: byAddress('oc_0') });
		for (const spy of written) {
			expect(spy).not.toHaveBeenCalled();
			spy.mockRestore();
		}
	});
});
