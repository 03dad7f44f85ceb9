import type { Chat } from '../../sandbox';
import type { LarkNode } from './lark-node';
import { useGroup } from './set-ups/group';

describe('Lark node: the chat picker', () => {
	let lark: LarkNode;
	let group: Chat;
	useGroup((setup) => ({ lark, group } = setup));

	const search = async (filter?: string, paginationToken?: string) =>
		await lark.pick('searchChats', { filter, paginationToken });

	it('lists the chats of the bot by name', async () => {
		const { results } = await search();
		expect(results).toContainEqual({ name: 'Incident Response', value: group.chatId });
	});

	it('filters chats by a search in Lark', async () => {
		const { results } = await search('incident');
		expect(results.map(({ name }) => name)).toEqual(['Incident Response']);
		expect((await search('no such chat')).results).toEqual([]);
	});

	it('finds chats by name before chats by member', async () => {
		const { world, app } = lark.sandbox;
		const member = world.addUser({ name: 'Quinn' });
		for (const name of ['A team', 'The Quinn case']) {
			world.addGroup({ name, bots: [app.appId], members: [member.userId] });
		}
		const { results } = await search('quinn');
		expect(results.map(({ name }) => name)).toEqual(['The Quinn case', 'A team']);
	});

	it('lists each chat once when there are more than one page holds', async () => {
		for (let n = 0; n < 120; n++) {
			lark.sandbox.world.addGroup({ name: `Project ${n}`, bots: [lark.sandbox.app.appId] });
		}
		const names: string[] = [];
		let paginationToken: string | undefined;
		do {
			const page = await search(undefined, paginationToken);
			names.push(...page.results.map(({ name }) => name));
			({ paginationToken } = page);
		} while (paginationToken);
		expect(names.filter((name) => /^Project/.test(name))).toHaveLength(120);
		expect(new Set(names).size).toBe(names.length);
	});
});
