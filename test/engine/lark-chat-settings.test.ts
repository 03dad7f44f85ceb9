import type { INodeParameters } from 'n8n-workflow';

import type { Chat, User } from '../../sandbox';
import { byId, items as incoming, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: making, changing and finding chats', () => {
	let lark: LarkNode;
	let people: User[];
	let appId: string;
	let seeded: Chat[];

	beforeAll(async () => {
		lark = await openLarkNode({ seed: { users: 60 } });
		people = lark.sandbox.world.users;
		appId = lark.sandbox.app.appId;
		seeded = [...lark.sandbox.world.chats];
	});
	beforeEach(() => {
		lark.reset();
		lark.sandbox.world.chats.splice(0, Infinity, ...seeded);
	});
	afterAll(async () => await lark.sandbox.close());

	const run = async (operation: string, parameters: INodeParameters = {}) =>
		await lark.run({ resource: 'chat', operation, ...parameters });
	const create = async (name: string, additionalFields: INodeParameters = {}) =>
		await run('create', { name, additionalFields });
	const made = () => lark.sandbox.world.chats.slice(seeded.length);
	const open = (user: User) => lark.sandbox.openIdOf(user);
	const code = (number: number) => ({
		description: expect.stringContaining(`Lark code ${number}`) as string,
	});

	describe('Create', () => {
		it('makes a private group of the bot from a name alone', async () => {
			const { items, error } = await create('Incident 4711');
			expect(error).toBeUndefined();
			expect(items).toHaveLength(1);
			expect(items[0].json).toMatchObject({ name: 'Incident 4711', chat_type: 'private' });
			expect(made()).toMatchObject([
				{ chatId: items[0].json.chat_id, ownerId: appId, members: [], bots: [appId] },
			]);
		});

		it('invites people and bots, and hands the group over', async () => {
			const other = lark.sandbox.registerApp();
			const { error } = await create('Launch', {
				owner: open(people[0]),
				members: `${open(people[1])}, ${open(people[2])}`,
				bots: `={{ ${JSON.stringify([other.appId])} }}`,
				set_bot_manager: true,
				description: 'Ready',
				chat_type: 'public',
				group_message_type: 'thread',
				edit_permission: 'only_owner',
				i18n_names: { value: { ja_jp: 'ローンチ', en_us: '' } },
				restricted_mode_setting: {
					value: { status: true, download_has_permission_setting: 'not_anyone' },
				},
			});
			expect(error).toBeUndefined();
			expect(made()).toMatchObject([
				{
					description: 'Ready',
					ownerId: people[0].userId,
					members: people.slice(0, 3).map(({ userId }) => userId),
					bots: [appId, other.appId],
					managers: [appId],
					settings: {
						chat_type: 'public',
						group_message_type: 'thread',
						edit_permission: 'only_owner',
						i18n_names: { ja_jp: 'ローンチ' },
						restricted_mode_setting: { status: true },
					},
				},
			]);
		});

		it('makes one group per item when a try fails and n8n runs the node again', async () => {
			let failures = 0;
			const heal = lark.sandbox.intercept(({ path, body }) =>
				path.endsWith('/chats') && JSON.stringify(body).includes('Second') && failures++ < 1
					? { status: 502, body: '<html>Bad gateway</html>' }
					: undefined,
			);
			const { error } = await lark.run(
				{ resource: 'chat', operation: 'create', name: '={{ $json.name }}' },
				{ items: incoming({ name: 'First' }, { name: 'Second' }), retryOnFail: true },
			);
			heal();
			expect(error).toBeUndefined();
			expect(made().map(({ name }) => name)).toEqual(['First', 'Second']);
		});

		it.each<[string, string, INodeParameters, RegExp]>([
			['an empty name', '={{ "" }}', {}, /^Name is empty/],
			['two owners', 'A', { owner: 'ou_1,ou_2' }, /^Owner has more than one ID/],
			[
				'mixed people',
				'A',
				{ owner: 'ou_1', members: 'on_2' },
				/^Owner and Members has IDs of several/,
			],
			['a bot as member', 'A', { members: 'cli_1' }, /^Members cannot have "cli_1"/],
			['a person as bot', 'A', { bots: 'ou_1' }, /^Bots cannot have "ou_1"/],
			['six bots', 'A', { bots: 'cli_1,cli_2,cli_3,cli_4,cli_5,cli_6' }, /^Bots has 6 entries/],
			['an object as text', 'A', { description: '={{ { a: 1 } }}' }, /^Description is an object/],
		])('refuses %s before anything is sent', async (_case, name, fields, message) => {
			const { error } = await create(name, fields);
			expect(error?.message).toMatch(message);
			expect(lark.sandbox.requests).toEqual([]);
		});

		it('refuses more than 50 people before anything is sent', async () => {
			const { error } = await create('All', { members: people.slice(0, 51).map(open).join() });
			expect(error).toMatchObject({
				message: expect.stringMatching(/^Members has 51 entries/),
				description: expect.stringContaining('Chat Member'),
			});
			expect(lark.sandbox.requests).toEqual([]);
		});

		it('says what Lark refuses', async () => {
			const { error } = await create('X', { chat_type: 'public' });
			expect(error).toMatchObject(code(232020));
			expect(made()).toEqual([]);
		});
	});

	describe('Update', () => {
		const update = async (chat: Chat, updateFields: INodeParameters = {}) =>
			await run('update', { chatId: byId(chat.chatId), updateFields });

		it('changes what is given and leaves the rest', async () => {
			await create('Old name', { description: 'Old', members: open(people[1]) });
			const [chat] = made();
			const { items, error } = await update(chat, {
				name: 'New name',
				owner: open(people[1]),
				add_member_permission: 'only_owner',
			});
			expect(error).toBeUndefined();
			expect(items[0].json).toEqual({ chat_id: chat.chatId, success: true });
			expect(chat).toMatchObject({
				name: 'New name',
				description: 'Old',
				ownerId: people[1].userId,
				settings: { add_member_permission: 'only_owner', share_card_permission: 'not_allowed' },
			});
		});

		it('takes numbers as text, and empties a description', async () => {
			await create('Old name', { description: 'Old' });
			const { error } = await update(made()[0], { name: '={{ 4711 }}', description: '' });
			expect(error).toBeUndefined();
			expect(made()[0]).toMatchObject({ name: '4711', description: '' });
		});

		it('refuses to change nothing before anything is sent', async () => {
			for (const fields of [{}, { owner: '' }, { name: '={{ $json.missing }}' }]) {
				const { error } = await update(seeded[0], fields);
				expect(error?.message).toMatch(/nothing to update/);
			}
			expect(lark.sandbox.requests).toEqual([]);
		});

		it('says that only owner and managers change settings', async () => {
			const { error } = await update(seeded[0], { urgent_setting: 'only_owner' });
			expect(error).toMatchObject(code(232016));
		});
	});

	describe('Delete', () => {
		it('disbands a group that the bot owns', async () => {
			await create('Short-lived');
			const [chat] = made();
			const { items, error } = await run('delete', { chatId: byId(chat.chatId) });
			expect(error).toBeUndefined();
			expect(items[0].json).toEqual({ chat_id: chat.chatId, success: true });
			expect(chat.status).toBe('dissolved');
			const again = await run('delete', { chatId: byId(chat.chatId) });
			expect(again.error).toMatchObject(code(232009));
		});

		it('needs the scope to disband a group that the bot has handed over', async () => {
			await create('Handed over', { owner: people[0].userId });
			const [chat] = made();
			lark.sandbox.app.scopes = ['im:chat'];
			const refused = await run('delete', { chatId: byId(chat.chatId) });
			lark.sandbox.app.scopes = 'all';
			expect(refused.error).toMatchObject(code(232017));
			expect(chat.status).toBe('normal');
			await run('delete', { chatId: byId(chat.chatId) });
			expect(chat.status).toBe('dissolved');
		});

		it('refuses what is no chat before anything is sent', async () => {
			const { error } = await run('delete', { chatId: byId('om_1') });
			expect(error?.message).toMatch(/chat IDs start with oc_/);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Search', () => {
		it('finds chats by name, and public ones without the bot', async () => {
			const foreign = seeded.find(({ name }) => name === 'Leadership')!;
			foreign.settings.chat_type = 'public';
			const own = await run('search', { query: 'support', returnAll: true });
			const all = await run('search', { query: 'LEADER', limit: 5 });
			foreign.settings.chat_type = 'private';
			expect(own.items.map(({ json }) => json.name)).toEqual(['Customer Support']);
			expect(all.items.map(({ json }) => json.chat_id)).toEqual([foreign.chatId]);
		});

		it('stops at the limit', async () => {
			const { items } = await run('search', { query: 'alice', limit: 2 });
			expect(items).toHaveLength(2);
		});

		it.each(['={{ " " }}', 'x'.repeat(65)])('refuses %j before anything is sent', async (query) => {
			const { error } = await run('search', { query });
			expect(error?.message).toMatch(/^Query is/);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Get Share Link', () => {
		const link = async (chat: Chat, options: INodeParameters = {}) =>
			await run('getShareLink', { chatId: byId(chat.chatId), options });

		it('gives a link for a week, or for ever', async () => {
			const week = await link(seeded[0]);
			expect(week.items[0].json).toMatchObject({
				chat_id: seeded[0].chatId,
				share_link: expect.stringMatching(/^https:/),
				is_permanent: false,
			});
			const ever = await link(seeded[0], { validity_period: 'permanently' });
			expect(ever.items[0].json.is_permanent).toBe(true);
		});

		it('says that the group cannot be shared', async () => {
			seeded[0].settings.share_card_permission = 'not_allowed';
			const { error } = await link(seeded[0]);
			seeded[0].settings.share_card_permission = 'allowed';
			expect(error).toMatchObject(code(232064));
		});
	});
});
