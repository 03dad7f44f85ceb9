import type { INodeParameters } from 'n8n-workflow';

import type { Chat, Message, User } from '../../sandbox';
import { byAddress, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: operations on messages of the bot', () => {
	let lark: LarkNode;
	let group: Chat;
	let people: User[];

	beforeAll(async () => {
		lark = await openLarkNode();
		group = lark.sandbox.world.chats[0];
		people = lark.sandbox.world.users;
	});
	beforeEach(() => lark.reset());
	afterAll(async () => await lark.sandbox.close());

	const run = async (operation: string, parameters: INodeParameters) =>
		await lark.run({ resource: 'message', operation, ...parameters });
	const send = async (to = group.chatId): Promise<Message> => {
		const { items } = await run('send', { receiver: byAddress(to), text: 'Hello' });
		return lark.sandbox.world.message(String(items[0].json.message_id))!;
	};
	const say = (from: User) => lark.sandbox.say({ from, chat: group.chatId, text: 'Seen' });

	describe('Get Read Users', () => {
		it('gives one item per reader', async () => {
			const { messageId } = await send();
			say(people[0]);
			say(people[1]);
			const { items, error } = await run('getReadUsers', { messageId });
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.user_id)).toEqual(
				people.slice(0, 2).map((user) => lark.sandbox.openIdOf(user)),
			);
			const options = { user_id_type: 'user_id' };
			const one = await run('getReadUsers', { messageId, limit: 1, options });
			expect(one.items.map(({ json }) => json.user_id)).toEqual([people[0].userId]);
		});

		it('reports that only the sender may read this', async () => {
			const { messageId } = say(people[0]);
			const { error } = await run('getReadUsers', { messageId });
			expect(error?.message).toBe('Bot is NOT the sender of the message');
		});

		it('refuses an invalid message ID before anything is sent', async () => {
			expect((await run('getReadUsers', { messageId: 'bm-1' })).error?.message).toMatch(/om_/);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Send Urgent', () => {
		it.each(['app', 'sms', 'phone'])('sends an urgent reminder by %s', async (urgentType) => {
			const { messageId, urgents } = await send();
			const users = `${people[0].userId}, ${people[1].userId}, nobody`;
			const { items, error } = await run('sendUrgent', { messageId, users, urgentType });
			expect(error).toBeUndefined();
			expect(items[0].json).toEqual({
				message_id: messageId,
				success: true,
				invalid_user_id_list: ['nobody'],
			});
			const [{ userId: first }, { userId: second }] = people;
			expect(urgents).toEqual([
				{ userId: first, kind: urgentType },
				{ userId: second, kind: urgentType },
			]);
		});

		it('reports that only messages of the bot can be urgent', async () => {
			const { messageId } = say(people[0]);
			const users = people[1].unionId;
			const { error } = await run('sendUrgent', { messageId, users, urgentType: 'app' });
			expect(error?.message).toBe('Bot is NOT the sender of the message');
		});

		it.each([
			['={{ "" }}', /Users is empty/],
			['ou_1, on_1', /several kinds/],
			[Array.from({ length: 201 }, (_, i) => `ou_${i}`).join(), /201 entries/],
		])('refuses %.20s before anything is sent', async (users, message) => {
			const { error } = await run('sendUrgent', { messageId: 'om_1', users, urgentType: 'app' });
			expect(error?.message).toMatch(message);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Send Follow-Up Bubbles', () => {
		it('sends the texts with their commas', async () => {
			const { messageId, followUps } = await send(people[0].userId);
			const bubbles = ['Yes, please', 'No'];
			const { items, error } = await run('sendFollowUpBubbles', { messageId, bubbles });
			expect(error).toBeUndefined();
			expect(items[0].json).toEqual({ message_id: messageId, success: true });
			expect(followUps).toEqual(bubbles);
		});

		it('explains the error code as it is meant for this API', async () => {
			const bubbles = ['Yes'];
			const old = await send(people[0].userId);
			old.createTime -= 601_000;
			const { error } = await run('sendFollowUpBubbles', { messageId: old.messageId, bubbles });
			expect(error?.message).toBe('The message is more than 10 minutes old');
			const { messageId } = await send();
			const inGroup = await run('sendFollowUpBubbles', { messageId, bubbles });
			expect(inGroup.error?.message).toBe('only support p2p chat');
		});

		it.each([
			[[], /Bubbles is empty/],
			[['1', '2', '3', '4'], /has 4 texts/],
			[['a'.repeat(201)], /201 characters/],
		])('refuses %.20j before anything is sent', async (bubbles, message) => {
			const { error } = await run('sendFollowUpBubbles', { messageId: 'om_1', bubbles });
			expect(error?.message).toMatch(message);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});
});
