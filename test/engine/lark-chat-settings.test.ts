import type { INodeParameters } from 'n8n-workflow';

import type { Chat, User } from '../../sandbox';
import { byId, type LarkNode } from './lark-node';
import { useChats } from './set-ups/chats';
import { code } from './set-ups/lark';

describe('Lark node: changing and deleting chats', () => {
	let lark: LarkNode;
	let people: User[];
	let seeded: Chat[];
	const { run, create, made, open } = useChats((setup) => ({ lark, people, seeded } = setup));

	describe('Update', () => {
		const update = async (chat: Chat, updateFields: INodeParameters = {}) =>
			await run('update', { chatId: byId(chat.chatId), updateFields });

		it('changes the given settings and keeps the rest', async () => {
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

		it('accepts numbers as text, and clears a description', async () => {
			await create('Old name', { description: 'Old' });
			const { error } = await update(made()[0], { name: '={{ 4711 }}', description: '' });
			expect(error).toBeUndefined();
			expect(made()[0]).toMatchObject({ name: '4711', description: '' });
		});

		it('refuses an update without settings before anything is sent', async () => {
			for (const fields of [{}, { owner: '' }, { name: '={{ $json.missing }}' }]) {
				const { error } = await update(seeded[0], fields);
				expect(error?.message).toMatch(/nothing to update/);
			}
			expect(lark.sandbox.requests).toEqual([]);
		});

		it('reports that only owner and managers may change settings', async () => {
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
			expect(items[0].json).toEqual({ deleted: true, chat_id: chat.chatId });
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

		it('refuses an invalid chat ID before anything is sent', async () => {
			const { error } = await run('delete', { chatId: byId('om_1') });
			expect(error?.message).toMatch(/chat IDs start with oc_/);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});
});
