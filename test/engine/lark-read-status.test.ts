import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, openLarkNode, type LarkNode } from './lark-node';
import { signIn } from './operations/play';

describe('Lark node: who has read what, and who wrote it', () => {
	let lark: LarkNode;

	beforeEach(async () => (lark = await openLarkNode()));
	afterEach(async () => await lark.sandbox.close());

	const chat = () => lark.sandbox.world.chats[0];
	const say = (text = 'Hi', from = lark.sandbox.world.users[1]) =>
		lark.sandbox.say({ from, chat: chat().chatId, text });
	const run = async (operation: string, parameters: IDataObject) => {
		const { items, error } = await lark.run({
			...{ resource: 'message', operation },
			...parameters,
		} as INodeParameters);
		expect(error).toBeUndefined();
		return items.map(({ json }) => json);
	};
	const listed = async (options: IDataObject) =>
		await run('getAll', { chatId: byId(chat().chatId), options });

	describe('Get Read Status', () => {
		beforeEach(async () => await signIn(lark, 'message', 'getReadStatus'));

		const status = async (messageIds: string) => await run('getReadStatus', { messageIds });

		it('tells read, unread and unknown messages apart', async () => {
			const [alice] = lark.sandbox.world.users;
			const read = say();
			const unread = say('And this');
			const own = say('Mine', alice);
			for (const message of [read, unread]) {
				message.reads = message.reads.filter(({ userId }) => userId !== alice.userId);
			}
			read.reads.push({ userId: alice.userId, time: Date.now() });
			const ids = [read, unread, own].map(({ messageId }) => messageId);
			expect(await status([...ids, 'om_0'].join())).toEqual([
				{ message_id: ids[0], read_status: 'read' },
				{ message_id: ids[1], read_status: 'unread' },
				{ message_id: ids[2], read_status: 'read' },
				{ message_id: 'om_0', read_status: 'unexpected', unexpected_reason: 'invalid' },
			]);
		});

		it('asks for 50 messages at a time', async () => {
			const ids = Array.from({ length: 120 }, (_, n) => `om_${n}`);
			expect(await status(ids.join())).toHaveLength(120);
			const calls = lark.sandbox.requests.filter(({ path }) => path.endsWith('/read_status'));
			expect(calls).toHaveLength(3);
		});

		it.each([
			[{ is_read: true }, { read_status: 'read' }],
			[{ is_read: false }, { read_status: 'unread' }],
			[
				{ read_status: 'unexpected', unexpected_reason: 'not_support' },
				{ read_status: 'unexpected', unexpected_reason: 'not_support' },
			],
			[{}, { read_status: 'unexpected' }],
		])('reads %j, as Lark may say it', async (said, expected) => {
			const body = { code: 0, data: { items: [{ message_id: 'om_1', ...said }] } };
			const heal = lark.sandbox.intercept(({ path }) =>
				path.endsWith('/read_status') ? { status: 200, body } : undefined,
			);
			expect(await status('om_1')).toEqual([{ message_id: 'om_1', ...expected }]);
			heal();
		});
	});

	describe('Sender Names', () => {
		it('are those of people and apps', async () => {
			const { messageId } = say();
			const sender = { sender_name: lark.sandbox.world.users[1].name };
			const options = { with_sender_name: true };
			expect(await listed(options)).toMatchObject([{ sender }]);
			expect(await run('get', { messageId, options })).toMatchObject([{ sender }]);
			expect((await listed({}))[0].sender).not.toHaveProperty('sender_name');
		});

		it('are left out where the app may not read them', async () => {
			say();
			const { app } = lark.sandbox;
			app.scopes = ['im:message', 'im:message.group_msg'];
			const [{ sender }] = await listed({ with_sender_name: true });
			expect(sender).not.toHaveProperty('sender_name');
		});

		it('never make it fail: messages come without them when Lark refuses', async () => {
			say();
			const heal = lark.sandbox.intercept(({ path, query }) =>
				path.endsWith('/im/v1/messages') && query.with_sender_name
					? { status: 400, body: { code: 99991672, msg: 'Access denied' } }
					: undefined,
			);
			expect(await listed({ with_sender_name: true })).toMatchObject([{ text: 'Hi' }]);
			heal();
		});
	});

	it('Only Thread Starts lists the messages with which threads begin', async () => {
		const root = say('A thread');
		say('No thread');
		const options = { reply_in_thread: true };
		await run('reply', { messageId: root.messageId, text: 'Yes', options });
		const roots = await listed({ only_thread_root_messages: true });
		expect(roots.map(({ text }) => text)).toEqual(['A thread']);
		expect(await listed({})).toHaveLength(2);
	});
});
