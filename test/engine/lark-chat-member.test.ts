import type { Chat, User } from '../../sandbox';
import type { LarkNode } from './lark-node';
import { useMembers } from './set-ups/members';
import { code } from './set-ups/lark';

describe('Lark node: chat members', () => {
	let lark: LarkNode;
	let group: Chat;
	let people: User[];
	let appId: string;
	const { run, openIds } = useMembers((setup) => ({ lark, group, people, appId } = setup));
	const calls = () => lark.sandbox.requests.filter(({ path }) => path.includes('/chats/'));

	describe('Add', () => {
		it('adds people, given with commas or as a list', async () => {
			await run('add', { members: openIds(people.slice(3, 5)).join(', ') });
			const { items, error } = await run('add', {
				members: `={{ ${JSON.stringify([people[5].userId])} }}`,
			});
			expect(error).toBeUndefined();
			expect(items[0].json).toEqual({
				chat_id: group.chatId,
				invalid_id_list: [],
				not_existed_id_list: [],
				pending_approval_id_list: [],
			});
			expect(group.members).toEqual(people.slice(0, 6).map(({ userId }) => userId));
		});

		it('adds 60 people and 7 bots in several requests, in order', async () => {
			await run('add', { members: openIds(people.slice(5, 65)).join(',') });
			expect(calls()).toHaveLength(2);
			expect(group.members).toHaveLength(63);
			const bots = Array.from({ length: 7 }, () => lark.sandbox.registerApp().appId);
			await run('add', { members: bots.join('\n') });
			expect(calls()).toHaveLength(4);
			expect(group.bots).toEqual([appId, ...bots]);
		});

		it('lists the IDs that were not added, over all requests, when the option is on', async () => {
			const ids = [...openIds(people.slice(3, 53)), 'ou_unknown'];
			const { items } = await run('add', { members: ids.join(), options: { succeed_type: 1 } });
			expect(items[0].json.not_existed_id_list).toEqual(['ou_unknown']);
			expect(group.members).toHaveLength(53);
		});

		it('lists who waits for approval', async () => {
			group.ownerId = people[0].userId;
			group.settings.membership_approval = 'approval_required';
			const [id] = openIds([people[3]]);
			const { items } = await run('add', { members: id });
			group.settings.membership_approval = 'no_approval_required';
			expect(items[0].json.pending_approval_id_list).toEqual([id]);
			expect(group.members).toHaveLength(3);
		});

		it('reports which ID is unknown', async () => {
			const { error } = await run('add', { members: 'ou_unknown' });
			expect(error).toMatchObject({
				message: expect.stringContaining('ou_unknown'),
				...code(99992351),
			});
		});

		it('refuses "all or none" for more than one request', async () => {
			const members = openIds(people.slice(3, 54)).join();
			const { error } = await run('add', { members, options: { succeed_type: 2 } });
			expect(error?.message).toMatch(/Members are too many/);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Remove', () => {
		it('removes people and lists those who were no members', async () => {
			const [here, elsewhere] = openIds([people[1], people[9]]);
			const { items, error } = await run('remove', { members: `${here},${elsewhere}` });
			expect(error).toBeUndefined();
			expect(items[0].json).toEqual({ chat_id: group.chatId, invalid_id_list: [elsewhere] });
			expect(group.members).toEqual([people[0].userId, people[2].userId]);
		});

		it('removes the bot itself', async () => {
			await run('remove', { members: appId });
			expect(group.bots).toEqual([]);
			expect(group.ownerId).toBe(people[0].userId);
		});

		it('reports that the owner cannot be removed', async () => {
			group.ownerId = people[0].userId;
			group.managers = [appId];
			const { error } = await run('remove', { members: people[0].userId });
			expect(error).toMatchObject(code(232076));
			expect(group.members).toContain(people[0].userId);
		});
	});

	describe('Get Many', () => {
		it('returns one item per person, with the chosen kind of ID', async () => {
			group.members = people.map(({ userId }) => userId);
			const { items } = await run('getAll', {
				returnAll: true,
				options: { user_id_type: 'user_id' },
			});
			expect(items.map(({ json }) => json.member_id)).toEqual(group.members);
			expect(items[0].json).toEqual({ member_id: group.members[0], name: 'Alice Chen' });
			const raw = await run('getAll', { simple: false, options: { user_id_type: 'user_id' } });
			expect(raw.items[0].json).toMatchObject({ member_id_type: 'user_id', name: 'Alice Chen' });
		});

		it('returns open_ids by default, up to the limit', async () => {
			const { items } = await run('getAll', { limit: 2 });
			expect(items.map(({ json }) => json.member_id)).toEqual(openIds(people.slice(0, 2)));
		});
	});

	describe('Check Membership and Join', () => {
		it('tells whether the bot is in the chat, and joins a public one', async () => {
			group.ownerId = people[0].userId;
			group.bots = [];
			group.settings.chat_type = 'public';
			const before = await run('checkMembership');
			expect(before.items[0].json).toEqual({ chat_id: group.chatId, is_in_chat: false });
			const { items } = await run('join');
			expect(items[0].json).toEqual({ chat_id: group.chatId, success: true });
			expect(group.bots).toEqual([appId]);
			const after = await run('checkMembership');
			expect(after.items[0].json.is_in_chat).toBe(true);
		});

		it('reports why the bot cannot join a private chat', async () => {
			group.bots = [];
			const { error } = await run('join');
			expect(error).toMatchObject(code(232008));
		});
	});
});
