import type { INodeParameters } from 'n8n-workflow';

import type { Chat, Message, User } from '../../sandbox';
import { byAddress, byId, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: forwarding', () => {
	let lark: LarkNode;
	let from: Chat;
	let to: Chat;
	let alice: User;

	beforeAll(async () => {
		lark = await openLarkNode();
		[from, to] = lark.sandbox.world.chats;
		[alice] = lark.sandbox.world.users;
	});
	beforeEach(() => {
		lark.reset();
		from.messages.length = to.messages.length = 0;
	});
	afterAll(async () => await lark.sandbox.close());

	const run = async (operation: string, parameters: INodeParameters, given = {}) =>
		await lark.run({ resource: 'message', operation, ...parameters }, given);
	const say = (text: string, chat = from) =>
		lark.sandbox.say({ from: alice, chat: chat.chatId, text });
	const thread = async (chat: Chat) => {
		const { messageId } = say('A question', chat);
		await run('reply', { messageId, text: 'An answer', options: { reply_in_thread: true } });
		return lark.sandbox.world.message(messageId)!;
	};
	const receiver = () => byId(to.chatId);

	describe('Forward', () => {
		it('forwards to a chat', async () => {
			const { messageId } = say('Look');
			const { items, error } = await run('forward', { messageId, receiver: receiver() });
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({ chat_id: to.chatId, msg_type: 'text' });
			expect(to.messages.map(({ content }) => content)).toEqual(['{"text":"Look"}']);
		});

		it('forwards to a person and into a thread', async () => {
			const { threadId } = await thread(to);
			const { messageId } = say('Look');
			const person = await run('forward', { messageId, receiver: byAddress(alice.email) });
			expect(lark.sandbox.world.chat(String(person.items[0].json.chat_id))?.mode).toBe('p2p');
			const inThread = await run('forward', { messageId, receiver: byAddress(threadId) });
			expect(inThread.items[0].json).toMatchObject({ chat_id: to.chatId, thread_id: threadId });
		});

		it('forwards once when the answer is lost and n8n runs the node again', async () => {
			const { messageId } = say('Look');
			let lost = 0;
			const heal = lark.sandbox.intercept(({ path }) =>
				path.endsWith('/forward') && lost++ < 1 ? 'lose' : undefined,
			);
			const parameters = { messageId, receiver: receiver() };
			const { error } = await run('forward', parameters, { retryOnFail: true });
			heal();
			expect(error).toBeUndefined();
			expect(lost).toBe(2);
			expect(to.messages).toHaveLength(1);
		});

		it('reports that a recalled message cannot be forwarded', async () => {
			const message = say('Oops');
			lark.sandbox.world.recall(message);
			const { messageId } = message;
			const { error } = await run('forward', { messageId, receiver: receiver() });
			expect(error?.message).toBe('The message to be forwarded has been recalled');
		});

		it.each([
			['oc_1', 'e33ggbyz', /message IDs start with om_/],
			['om_1', 'Ops team', /^Send To/],
			['om_1', 'om_2', /^Send To/],
		])('refuses %s to %s before anything is sent', async (messageId, value, message) => {
			const { error } = await run('forward', { messageId, receiver: byAddress(value) });
			expect(error?.message).toMatch(message);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Merge and Forward', () => {
		it('merges several messages into one, which Get opens', async () => {
			const ids = [say('One'), say('Two')].map(({ messageId }) => messageId);
			const { items, error } = await run('mergeForward', {
				messageIds: [...ids, 'om_0'].join(', '),
				receiver: receiver(),
			});
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({
				msg_type: 'merge_forward',
				chat_id: to.chatId,
				invalid_message_id_list: ['om_0'],
			});
			expect(to.messages[0].forwarded).toEqual(ids);
			const { messageId } = to.messages[0];
			const opened = await run('get', { messageId });
			expect(opened.items.map(({ json }) => json.upper_message_id)).toEqual([
				undefined,
				messageId,
				messageId,
			]);
		});

		it('reports that messages of two chats cannot be merged', async () => {
			const ids = [say('One'), say('Two', to)].map(({ messageId }) => messageId);
			const parameters = { messageIds: `={{ ${JSON.stringify(ids)} }}`, receiver: receiver() };
			const { error } = await run('mergeForward', parameters);
			expect(error?.message).toMatch(/different groups/);
		});

		it.each([
			['={{ "" }}', /Message IDs is empty/],
			['om_1, oc_1', /"oc_1"/],
			[Array.from({ length: 101 }, (_, n) => `om_${n}`).join(), /101 entries/],
		])('refuses %.20s before anything is sent', async (messageIds, message) => {
			const { error } = await run('mergeForward', { messageIds, receiver: receiver() });
			expect(error?.message).toMatch(message);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Forward Thread', () => {
		it('forwards the thread as one message', async () => {
			const { threadId } = await thread(from);
			const { items, error } = await run('forwardThread', { threadId, receiver: receiver() });
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({ msg_type: 'merge_forward', chat_id: to.chatId });
			const inThread = (message: Message) => message.threadId === threadId;
			expect(to.messages[0].forwarded).toEqual(
				from.messages.filter(inThread).map(({ messageId }) => messageId),
			);
		});

		it('reports an unknown thread and refuses an invalid thread ID', async () => {
			const parameters = { threadId: 'omt_0', receiver: receiver() };
			expect((await run('forwardThread', parameters)).error?.message).toMatch(/does NOT exist/);
			lark.reset();
			const wrong = await run('forwardThread', { threadId: 'om_1', receiver: receiver() });
			expect(wrong.error?.message).toMatch(/thread IDs start with omt_/);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});
});
