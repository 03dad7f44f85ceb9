import { addGroups, type Chat } from '../../sandbox';
import { byId, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: chats', () => {
	let lark: LarkNode;
	let group: Chat;

	beforeAll(async () => {
		lark = await openLarkNode();
		group = lark.sandbox.world.chats.find(({ name }) => name === 'Incident Response')!;
		addGroups(lark.sandbox.world, lark.sandbox.app, 220);
	});
	beforeEach(() => lark.reset());
	afterAll(async () => await lark.sandbox.close());

	const run = async (operation: string, parameters = {}) =>
		await lark.run({ resource: 'chat', operation, ...parameters });

	describe('Get', () => {
		it('returns the chat with its ID', async () => {
			const { items, error } = await run('get', { chatId: byId(` ${group.chatId} `) });
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({
				chat_id: group.chatId,
				name: 'Incident Response',
				chat_mode: 'group',
				user_count: '6',
			});
		});

		it('returns a direct chat without what only groups have', async () => {
			const { world, app } = lark.sandbox;
			const bot = { type: 'app' as const, appId: app.appId };
			const { chatId } = world.openP2p(world.users[0].userId, bot);
			for (const simple of [true, false]) {
				const { items, error } = await run('get', { chatId: byId(chatId), simple });
				expect(error).toBeUndefined();
				expect(items[0].json).toMatchObject({ chat_id: chatId, chat_mode: 'p2p' });
				for (const field of ['name', 'owner_id', 'chat_type', 'membership_approval']) {
					expect(items[0].json).not.toHaveProperty(field);
				}
			}
		});

		it('returns the settings only without Simplify', async () => {
			const chatId = byId(group.chatId);
			const [simple, raw] = [
				await run('get', { chatId }),
				await run('get', { chatId, simple: false }),
			];
			expect(simple.items[0].json).not.toHaveProperty('tenant_key');
			expect(raw.items[0].json).toMatchObject({
				tenant_key: expect.any(String),
				membership_approval: 'no_approval_required',
			});
		});

		it.each([
			['', /Chat is empty/],
			['Incident Response', /chat IDs start with oc_/],
		])('refuses %j before anything is sent', async (value, message) => {
			const { error } = await run('get', { chatId: byId(`={{ ${JSON.stringify(value)} }}`) });
			expect(error?.message).toMatch(message);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Get Many', () => {
		const pages = () => lark.sandbox.requests.filter(({ path }) => path.endsWith('/chats'));

		it('returns one item per chat, over all pages with Return All', async () => {
			const { items } = await run('getAll', { returnAll: true });
			expect(items).toHaveLength(223);
			expect(new Set(items.map(({ json }) => json.chat_id)).size).toBe(223);
			expect(pages()).toHaveLength(3);
			expect(items.every(({ pairedItem }) => (pairedItem as { item: number }).item === 0)).toBe(
				true,
			);
		});

		it.each([
			[1, 1],
			[50, 1],
			[100, 1],
			[101, 2],
		])('gives %d chats with as few requests as that takes (%d)', async (limit, requests) => {
			const { items } = await run('getAll', { limit });
			expect(items).toHaveLength(limit);
			expect(pages()).toHaveLength(requests);
		});

		it('stops when Lark announces another page but gives no page token', async () => {
			const heal = lark.sandbox.intercept(({ path }) =>
				path.endsWith('/chats')
					? {
							status: 200,
							body: { code: 0, data: { items: [{ chat_id: 'oc_1' }], has_more: true } },
						}
					: undefined,
			);
			const { items } = await run('getAll', { returnAll: true });
			heal();
			expect(items).toHaveLength(1);
		});

		it('sorts chats as chosen', async () => {
			lark.sandbox.say({ from: lark.sandbox.world.users[0], chat: group.chatId, text: 'Ping' });
			const { items } = await run('getAll', {
				limit: 1,
				options: { sort_type: 'ByActiveTimeDesc' },
			});
			expect(items[0].json.chat_id).toBe(group.chatId);
		});
	});
});
