import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { addGroups } from '../../sandbox';
import { items as incoming, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: API Request', () => {
	let lark: LarkNode;

	beforeAll(async () => {
		lark = await openLarkNode();
	});
	beforeEach(() => lark.reset());
	afterAll(async () => await lark.sandbox.close());

	const request = async (parameters: IDataObject, given = {}) =>
		await lark.run(
			{ resource: 'apiRequest', operation: 'request', ...parameters } as INodeParameters,
			given,
		);
	const query = (...pairs: string[][]) => ({
		parameter: pairs.map(([name, value]) => ({ name, value })),
	});
	const messagesPath = '/open-apis/im/v1/messages';

	it('sends query and body and returns the data of the response', async () => {
		const [{ chatId, messages }] = lark.sandbox.world.chats;
		const { items, error } = await request(
			{
				method: 'POST',
				path: messagesPath,
				queryParameters: query(['receive_id_type', 'chat_id']),
				body: '={{ $json }}',
			},
			{ items: incoming({ receive_id: chatId, msg_type: 'text', content: '{"text":"Raw"}' }) },
		);
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ chat_id: chatId, msg_type: 'text' });
		expect(messages.at(-1)?.content).toBe('{"text":"Raw"}');
	});

	it('accepts the body from the JSON editor, and returns a response without data as it is', async () => {
		const [{ chatId }] = lark.sandbox.world.chats;
		const body = '{"name": "Renamed"}';
		const path = `/open-apis/im/v1/chats/${chatId}`;
		lark.sandbox.world.chats[0].ownerId = lark.sandbox.app.appId;
		expect((await request({ method: 'PUT', path, body })).error).toBeUndefined();
		expect(lark.sandbox.world.chats[0].name).toBe('Renamed');
		const { items } = await request({ path: '/open-apis/bot/v3/info' });
		expect(items[0].json).toMatchObject({ code: 0, bot: { activate_status: 2 } });
	});

	it('reads all pages and returns one item for each record', async () => {
		addGroups(lark.sandbox.world, lark.sandbox.app, 30);
		const groups = lark.sandbox.world.chats.filter(
			({ mode, bots }) => mode === 'group' && bots.includes(lark.sandbox.app.appId),
		).length;
		const read = async (pages: IDataObject) =>
			await request({
				path: '/open-apis/im/v1/chats',
				queryParameters: query(['page_size', '10']),
				options: { pagination: { pages } },
			});
		const all = await read({ returnAll: true });
		expect(all.error).toBeUndefined();
		expect(all.items).toHaveLength(groups);
		expect(all.items[0].json).toHaveProperty('chat_id');
		expect((await read({ returnAll: false, limit: 12 })).items).toHaveLength(12);
		const calls = lark.sandbox.requests.filter(({ path }) => path.endsWith('/chats'));
		expect(calls.map(({ query: sent }) => sent.page_size)).toEqual(Array(calls.length).fill('10'));
	});

	it('sends a parameter twice that is listed twice', async () => {
		const path = '/open-apis/contact/v3/users/batch';
		await request({ path, queryParameters: query(['user_ids', 'ou_1'], ['user_ids', 'ou_2']) });
		expect(lark.sandbox.requests.at(-1)?.query).toEqual({ user_ids: ['ou_1', 'ou_2'] });
	});

	it('replaces a token that Lark no longer accepts', async () => {
		await request({ path: '/open-apis/bot/v3/info' });
		lark.sandbox.revokeTokens();
		expect((await request({ path: '/open-apis/bot/v3/info' })).error).toBeUndefined();
	});

	it('explains an error as other operations do', async () => {
		const path = `${messagesPath}/om_0`;
		const { error } = await request({ path });
		expect(error).toMatchObject({
			description: expect.stringMatching(/Lark code 99992354, log ID/),
		});
	});

	it.each([
		['={{ "" }}', {}, /Path is empty/],
		['https://evil.example/open-apis/im/v1/chats', {}, /must start with/],
		['//evil.example/open-apis/', {}, /must start with/],
		['/open-apis/../admin', {}, /Path cannot be/],
		['/open-apis/..;a=1/admin', {}, /Path cannot be/],
		['/open-apis/%2e.%3b/admin', {}, /Path cannot be/],
		['/open-apis/%2e%2e/admin', {}, /Path cannot be/],
		['/open-apis/.%2E/admin', {}, /Path cannot be/],
		['/open-apis/%252e%252e/admin', {}, /Path cannot be/],
		['/open-apis/x%2f..%2fadmin', {}, /Path cannot be/],
		['/open-apis/x%5c..%5cadmin', {}, /Path cannot be/],
		['/open-apis/im/v1/chats?page_size=1', {}, /Path cannot be/],
		['/open-apis/im/v1/chats/:chat_id', {}, /placeholder :chat_id/],
		[messagesPath, { method: 'POST', body: '{' }, /Body is not JSON/],
		[messagesPath, { method: 'POST', body: '[]' }, /Body is not an object/],
		[messagesPath, { queryParameters: query(['', 'x']) }, /no name/],
		...['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map(
			(name): [string, object, RegExp] => [
				messagesPath,
				{ queryParameters: query([name, 'x']) },
				new RegExp(`^A query parameter cannot be called ${name}`),
			],
		),
	])('refuses %s with %j before anything is sent', async (path, more, message) => {
		const { error } = await request({ path, ...more });
		expect(error?.message).toMatch(message);
		expect(lark.sandbox.requests).toEqual([]);
	});
});
