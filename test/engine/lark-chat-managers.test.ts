import type { Chat, User } from '../../sandbox';
import { byId, type LarkNode } from './lark-node';
import { useMembers } from './set-ups/members';
import { code } from './set-ups/lark';

describe('Lark node: managers of a chat, and values that are no member', () => {
	let lark: LarkNode;
	let group: Chat;
	let people: User[];
	const { run, openIds } = useMembers((setup) => ({ lark, group, people } = setup));

	describe('Add Managers and Remove Managers', () => {
		it('changes the managers and returns the present ones', async () => {
			const [first, second] = openIds(people.slice(0, 2));
			const added = await run('addManagers', { members: `${first}, ${second}` });
			expect(added.items[0].json).toEqual({
				chat_id: group.chatId,
				chat_managers: [first, second],
				chat_bot_managers: [],
			});
			expect(group.managers).toEqual(people.slice(0, 2).map(({ userId }) => userId));
			const removed = await run('removeManagers', { members: first });
			expect(removed.items[0].json.chat_managers).toEqual([second]);
			expect(group.managers).toEqual([people[1].userId]);
		});

		it('reports that the bot must be the owner', async () => {
			group.ownerId = people[0].userId;
			const { error } = await run('addManagers', { members: people[1].userId });
			expect(error).toMatchObject(code(232038));
		});
	});

	it.each(['add', 'remove', 'addManagers', 'removeManagers'])(
		'%s refuses a value that is no member ID before anything is sent',
		async (operation) => {
			for (const [members, message] of [
				['', /^Members is empty/],
				['ou_1, cli_2', /^Members has IDs of people and of bots/],
				['oc_1', /^Members cannot have "oc_1"/],
			] as const) {
				const { error } = await run(operation, { members: `={{ ${JSON.stringify(members)} }}` });
				expect(error?.message).toMatch(message);
			}
			const { error } = await run(operation, { members: 'ou_1', chatId: byId('ou_1') });
			expect(error?.message).toMatch(/^Chat cannot be "ou_1"/);
			expect(lark.sandbox.requests).toEqual([]);
		},
	);
});
