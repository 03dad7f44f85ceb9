import type { INodeParameters } from 'n8n-workflow';

import type { Chat } from '../../sandbox';
import { byId, type LarkNode } from './lark-node';
import { useLark } from './set-ups/lark';

describe('Lark node: pins', () => {
	let lark: LarkNode;
	let group: Chat;

	useLark((opened) => {
		lark = opened;
		[group] = lark.sandbox.world.chats;
	});
	beforeEach(() => {
		group.pins = [];
	});

	const run = async (operation: string, parameters: INodeParameters) =>
		await lark.run({ resource: 'pin', operation, ...parameters });
	const say = (text = 'Hi') =>
		lark.sandbox.say({ from: lark.sandbox.world.users[0], chat: group.chatId, text });

	it('Add pins a message, once', async () => {
		const { messageId } = say();
		const { items, error } = await run('add', { messageId });
		await run('add', { messageId });
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({
			message_id: messageId,
			chat_id: group.chatId,
			operator_id: lark.sandbox.app.appId,
		});
		expect(group.pins).toHaveLength(1);
	});

	it('Add reports that the message was recalled', async () => {
		const message = say();
		lark.sandbox.world.recall(message);
		const { error } = await run('add', { messageId: message.messageId });
		expect(error?.message).toMatch(/recalled/i);
		expect(group.pins).toEqual([]);
	});

	it('Remove unpins a message, pinned or not', async () => {
		const { messageId } = say();
		await run('add', { messageId });
		for (let i = 0; i < 2; i++) {
			const { items, error } = await run('remove', { messageId });
			expect(error).toBeUndefined();
			expect(items[0].json).toEqual({ deleted: true, message_id: messageId });
		}
		expect(group.pins).toEqual([]);
	});

	it('Get Many returns the latest pins first, within the time range', async () => {
		const times = [8, 12, 20].map((hour) => Date.UTC(2026, 0, 1, hour));
		for (const time of times) {
			const { messageId } = say();
			const operator = { type: 'app' as const, appId: lark.sandbox.app.appId };
			group.pins.push({ messageId, operator, time });
		}
		const chatId = byId(group.chatId);
		const listed = async (parameters: INodeParameters) =>
			(await run('getAll', { chatId, ...parameters })).items.map(({ json }) =>
				Number(json.create_time),
			);
		expect(await listed({ returnAll: true })).toEqual([...times].reverse());
		expect(await listed({ limit: 1 })).toEqual([times[2]]);
		const options = { start_time: '2026-01-01T09:00:00Z', end_time: '2026-01-01T13:00:00Z' };
		expect(await listed({ options })).toEqual([times[1]]);
	});

	it.each([
		['add', { messageId: 'oc_1' }, /message IDs start with om_/],
		['remove', { messageId: 'oc_1' }, /message IDs start with om_/],
		['getAll', { chatId: byId('om_1') }, /chat IDs start with oc_/],
	])('%s refuses %j before anything is sent', async (operation, parameters, message) => {
		const { error } = await run(operation, parameters);
		expect(error?.message).toMatch(message);
		expect(lark.sandbox.requests).toEqual([]);
	});
});
