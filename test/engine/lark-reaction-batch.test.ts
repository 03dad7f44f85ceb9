import type { INodeParameters } from 'n8n-workflow';

import type { Message } from '../../sandbox';
import type { LarkNode } from './lark-node';
import { useMessage } from './set-ups/message';

describe('Lark node: reactions to several messages', () => {
	let lark: LarkNode;
	let message: Message;
	const { by } = useMessage((setup) => ({ lark, message } = setup));

	const get = async (messageIds: string, options: INodeParameters = {}) =>
		await lark.run({ resource: 'reaction', operation: 'getForMessages', messageIds, options });

	it('gives one item per message, with all its reactions and how many there are', async () => {
		const { users, chats } = lark.sandbox.world;
		const foreign = chats.find(({ bots }) => bots.length === 0)!;
		const hidden = lark.sandbox.say({ from: users[0], chat: foreign.chatId, text: 'Hi' });
		const plain = lark.sandbox.say({ from: users[0], chat: chats[0].chatId, text: 'Hi' });
		const many = Array.from({ length: 12 }, (_, n) => ({
			...by(0, 'OK'),
			reactionId: `ok-${n}`,
		}));
		message.reactions.push(...many, by(1, 'ThumbsDown'));
		const ids = [message, plain, hidden].map(({ messageId }) => messageId);
		const { items, error } = await get([...ids, 'om_0', ids[0]].join());
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.message_id)).toEqual([...ids, 'om_0']);
		expect(items[0].json).toMatchObject({
			reaction_count: [
				{ reaction_type: 'OK', count: '12' },
				{ reaction_type: 'ThumbsDown', count: '1' },
			],
			message_reaction_items: message.reactions.map(({ reactionId: reaction_id }) => ({
				reaction_id,
			})),
		});
		expect(items[1].json).toMatchObject({ reaction_count: [], message_reaction_items: [] });
		expect(items.slice(2).map(({ json }) => json.fail_reason)).toEqual([
			'no_permission',
			'invalid',
		]);
	});

	it('filters by one emoji and requests 20 messages at a time', async () => {
		message.reactions.push(by(0, 'OK'), by(1, 'ThumbsDown'));
		const unknown = Array.from({ length: 24 }, (_, n) => `om_${n}`);
		const options = { reaction_type: 'thumbs down', user_id_type: 'user_id' };
		const { items } = await get([message.messageId, ...unknown].join(), options);
		expect(items).toHaveLength(25);
		expect(items[0].json.message_reaction_items).toMatchObject([
			{
				emoji_type: 'ThumbsDown',
				operator: { operator_id: lark.sandbox.world.users[1].userId },
			},
		]);
		const asked = lark.sandbox.requests.filter(({ path }) => path.endsWith('/batch_query'));
		expect(asked.map(({ body }) => (body.queries as unknown[]).length)).toEqual([20, 5]);
	});

	it('stops when Lark repeats a page token', async () => {
		const page = {
			message_id: message.messageId,
			has_more: true,
			page_token: 'again',
			message_reaction_items: [{ reaction_id: 'one' }],
		};
		const heal = lark.sandbox.intercept(({ path }) =>
			path.endsWith('/batch_query')
				? { status: 200, body: { code: 0, data: { success_msg_reaction_details: [page] } } }
				: undefined,
		);
		const { items } = await get(message.messageId);
		heal();
		expect(items[0].json.message_reaction_items).toHaveLength(2);
	});

	it.each([
		['={{ "" }}', {}, /Message IDs is empty/],
		['om_1, oc_1', {}, /"oc_1"/],
		['om_1', { reaction_type: ':+1:' }, /^Emoji cannot be/],
	])('refuses %s with %j before anything is sent', async (messageIds, options, text) => {
		expect((await get(messageIds, options)).error?.message).toMatch(text);
		expect(lark.sandbox.requests).toEqual([]);
	});
});
