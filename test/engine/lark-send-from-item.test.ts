import type { IDataObject } from 'n8n-workflow';

import type { Chat, User } from '../../sandbox';
import type { LarkNode } from './lark-node';
import { useRecords } from './set-ups/records';

const POST = { zh_cn: { title: 'T', content: [[{ tag: 'text', text: 'Hello' }]] } };
const CARD = { schema: '2.0', body: { elements: [{ tag: 'markdown', content: 'Hello' }] } };
const MEDIA = { file_key: 'file_v3_1', image_key: 'img_v3_1' };

describe('Lark node: Send From Item', () => {
	let lark: LarkNode;
	let group: Chat;
	let alice: User;
	const { send, requestsTo, contents } = useRecords((setup) => ({ lark, group, alice } = setup));

	it('sends a text from receiveId and content alone', async () => {
		const { items: output, error } = await send({ receiveId: group.chatId, content: 'Hello' });
		expect(error).toBeUndefined();
		expect(output).toHaveLength(1);
		expect(output[0].json).toMatchObject({ chat_id: group.chatId, msg_type: 'text' });
		expect(contents()).toEqual([{ text: 'Hello' }]);
	});

	it.each([
		'{"status":"down"}',
		'[1, 2]',
		'{"text":"a","more":1}',
		'{"text":{"a":1}}',
		'{not json',
	])('sends the text %s as it is, whether it is JSON or not', async (content) => {
		const { error } = await send({ receiveId: group.chatId, content });
		expect(error).toBeUndefined();
		expect(contents()).toEqual([{ text: content }]);
	});

	it('accepts every receiveType', async () => {
		const { openIdOf } = lark.sandbox;
		const chats = new Set<unknown>();
		for (const [receiveType, receiveId] of [
			['user', openIdOf(alice)],
			['user', alice.unionId],
			['user', alice.userId],
			['open_id', openIdOf(alice)],
			['union_id', alice.unionId],
			['user_id', alice.userId],
			['email', alice.email],
			['phone', alice.mobile],
			['phone', alice.email],
		]) {
			const { items: output, error } = await send({ receiveType, receiveId, content: 'Hello' });
			expect(error).toBeUndefined();
			chats.add(output[0].json.chat_id);
		}
		expect(chats.size).toBe(1);
		for (const receiveType of ['chat', 'chat_id']) {
			await send({ receiveType, receiveId: group.chatId, content: receiveType });
		}
		expect(contents()).toEqual([{ text: 'chat' }, { text: 'chat_id' }]);
	});

	it('reads 11 digits as user_id when receiveType says so, and numbers as phone numbers', async () => {
		const bob = lark.sandbox.world.addUser({ name: 'Digits', mobile: '13800000000' });
		bob.userId = '13900000000';
		const byId = await send({ receiveType: 'user_id', receiveId: bob.userId, content: 'Hello' });
		expect(requestsTo('/batch_get_id')).toEqual([]);
		const byPhone = await send({ receiveType: 'phone', receiveId: 13800000000, content: 'Hello' });
		expect(byId.error ?? byPhone.error).toBeUndefined();
		expect(byPhone.items[0].json.chat_id).toBe(byId.items[0].json.chat_id);
	});

	it.each([
		[{ text: 'Hello' }, 'Hello'],
		['{"text":"Hello"}', 'Hello'],
		['[alert] {db-1} is down', '[alert] {db-1} is down'],
		[42, '42'],
	])('reads a text from %j', async (content, text) => {
		await send({ receiveId: group.chatId, content });
		expect(contents()).toEqual([{ text }]);
	});

	it.each<[string, IDataObject | string, IDataObject]>([
		['post', POST, POST],
		['interactive', JSON.stringify(CARD), CARD],
		['image', { image_key: 'img_v3_1' }, { image_key: 'img_v3_1' }],
		['media', MEDIA, MEDIA],
		['file', 'file_v3_1', { file_key: 'file_v3_1' }],
		['audio', '{"file_key":"file_v3_1"}', { file_key: 'file_v3_1' }],
		['sticker', { file_key: 'file_v3_1' }, { file_key: 'file_v3_1' }],
		['share_chat', { chat_id: 'oc_1' }, { chat_id: 'oc_1' }],
		['share_user', 'ou_1', { user_id: 'ou_1' }],
	])('hands on a content of the type %s', async (contentType, content, expected) => {
		await send({ receiveId: group.chatId, contentType, content });
		const [{ body }] = requestsTo('/messages');
		const { msg_type, content: sent } = body as { msg_type: string; content: string };
		expect([msg_type, JSON.parse(sent)]).toEqual([contentType, expected]);
	});

	it('accepts JSON that is typed in', async () => {
		const messages = JSON.stringify([{ receiveId: group.chatId, content: 'Typed' }]);
		expect((await send({}, { messages })).items).toHaveLength(1);
		expect((await send({}, { messages: '[{' })).error?.message).toMatch(/^Messages is not JSON/);
	});
});
