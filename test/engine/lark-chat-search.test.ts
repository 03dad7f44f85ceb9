import type { INodeParameters } from 'n8n-workflow';

import type { Chat } from '../../sandbox';
import { byId, type LarkNode } from './lark-node';
import { useChats } from './set-ups/chats';
import { code } from './set-ups/lark';

describe('Lark node: finding and sharing chats', () => {
	let lark: LarkNode;
	let seeded: Chat[];
	const { run } = useChats((setup) => ({ lark, seeded } = setup));

	describe('Search', () => {
		it('finds chats by name, and public chats without the bot', async () => {
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

		it('returns a link that is valid for a week or without limit', async () => {
			const week = await link(seeded[0]);
			expect(week.items[0].json).toMatchObject({
				chat_id: seeded[0].chatId,
				share_link: expect.stringMatching(/^https:/),
				is_permanent: false,
			});
			const ever = await link(seeded[0], { validity_period: 'permanently' });
			expect(ever.items[0].json.is_permanent).toBe(true);
		});

		it('reports that the group cannot be shared', async () => {
			seeded[0].settings.share_card_permission = 'not_allowed';
			const { error } = await link(seeded[0]);
			seeded[0].settings.share_card_permission = 'allowed';
			expect(error).toMatchObject(code(232064));
		});
	});
});
