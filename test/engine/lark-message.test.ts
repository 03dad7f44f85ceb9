import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Chat } from '../../sandbox';
import { byAddress, items, type LarkNode } from './lark-node';
import { textOf, useGroup } from './set-ups/group';

describe('Lark node: messages', () => {
	let lark: LarkNode;
	let group: Chat;
	const { sendTo } = useGroup((setup) => ({ lark, group } = setup));
	const tokenRequests = () =>
		lark.sandbox.requests.filter(({ path }) => path.includes('tenant_access_token'));

	describe('Send', () => {
		it('sends a text to a chat and gives the message as Lark describes it', async () => {
			const { items: output, error } = await sendTo(group.chatId);
			expect(error).toBeUndefined();
			expect(output).toHaveLength(1);
			expect(output[0].json).toMatchObject({
				message_id: expect.stringMatching(/^om_/),
				chat_id: group.chatId,
				msg_type: 'text',
				sender: { id: lark.sandbox.app.appId, id_type: 'app_id' },
			});
			expect(textOf(output[0])).toEqual({ text: 'Hello' });
			expect(group.messages).toHaveLength(1);
		});

		it('recognises every kind of receiver', async () => {
			const { world, openIdOf } = lark.sandbox;
			const [person] = world.users;
			const receivers = [openIdOf(person), person.unionId, person.userId, person.email];
			const chats = new Set<unknown>();
			for (const receiver of receivers) {
				const { items: output, error } = await sendTo(receiver);
				expect(error).toBeUndefined();
				chats.add(output[0].json.chat_id);
			}
			expect(chats.size).toBe(1);
		});

		it('sends a message for every item, with expressions, in order and paired', async () => {
			const { items: output } = await sendTo(
				group.chatId,
				{ items: items({ n: 1 }, { n: 2 }, { n: 3 }) },
				'=Alert {{ $json.n }}',
			);
			expect(output.map(textOf)).toEqual([1, 2, 3].map((n) => ({ text: `Alert ${n}` })));
			expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
				[0, 1, 2].map((item) => ({ item })),
			);
		});

		it('reads the credential twice and fetches one token, whatever the number of items', async () => {
			await sendTo(group.chatId, { items: items(...Array<IDataObject>(20).fill({})) });
			expect(group.messages).toHaveLength(20);
			expect(tokenRequests()).toHaveLength(1);
			expect(lark.store.reads).toBe(2);
			await sendTo(group.chatId);
			expect(tokenRequests()).toHaveLength(1);
		});

		it('sends once per item when a try fails and n8n runs the node again', async () => {
			let failures = 0;
			const heal = lark.sandbox.intercept(({ path, body }) =>
				path.endsWith('/messages') && JSON.stringify(body).includes('third') && failures++ < 1
					? { status: 502, body: '<html>Bad gateway</html>' }
					: undefined,
			);
			const { items: output, error } = await lark.run(
				{
					resource: 'message',
					operation: 'send',
					receiver: byAddress(group.chatId),
					text: '={{ $json.t }}',
					options: { maxRetries: 0 },
				},
				{ items: items({ t: 'first' }, { t: 'second' }, { t: 'third' }), retryOnFail: true },
			);
			heal();
			expect(error).toBeUndefined();
			expect(output).toHaveLength(3);
			expect(failures).toBe(2);
			expect(group.messages.map(({ content }) => content)).toEqual(
				['first', 'second', 'third'].map((text) => JSON.stringify({ text })),
			);
		});

		it('sends each of several equal items, and sends them again in the next execution', async () => {
			await sendTo(group.chatId, { items: items({}, {}) });
			await sendTo(group.chatId, { items: items({}) });
			expect(group.messages).toHaveLength(3);
		});
	});

	describe('Reply', () => {
		const reply = async (messageId: string, options: IDataObject = {}) =>
			await lark.run({
				resource: 'message',
				operation: 'reply',
				messageId,
				text: 'On it',
				options,
			} as INodeParameters);

		it('replies to the message', async () => {
			const { items: sent } = await sendTo(group.chatId);
			const { items: output, error } = await reply(String(sent[0].json.message_id));
			expect(error).toBeUndefined();
			expect(output[0].json).toMatchObject({
				parent_id: sent[0].json.message_id,
				root_id: sent[0].json.message_id,
			});
			expect(output[0].json.thread_id).toBeFalsy();
		});

		it('replies in a thread when Reply in Thread is on', async () => {
			const { items: sent } = await sendTo(group.chatId);
			const { items: output } = await reply(String(sent[0].json.message_id), {
				reply_in_thread: true,
			});
			expect(output[0].json.thread_id).toMatch(/^omt_/);
		});
	});
});
