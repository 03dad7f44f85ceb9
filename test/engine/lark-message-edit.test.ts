import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Chat, Message } from '../../sandbox';
import { byAddress, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: changing messages', () => {
	let lark: LarkNode;
	let group: Chat;

	beforeAll(async () => {
		lark = await openLarkNode();
		[group] = lark.sandbox.world.chats;
	});
	beforeEach(() => lark.reset());
	afterAll(async () => await lark.sandbox.close());

	const run = async (operation: string, parameters: IDataObject) =>
		await lark.run({ resource: 'message', operation, ...parameters } as INodeParameters);
	const send = async (parameters: IDataObject): Promise<Message> => {
		const { items } = await run('send', { receiver: byAddress(group.chatId), ...parameters });
		return lark.sandbox.world.message(String(items[0].json.message_id))!;
	};
	const sendCard = async (cardJson = CARD) =>
		await send({ msgType: 'interactive', cardSource: 'json', cardJson });
	const say = () =>
		lark.sandbox.say({ from: lark.sandbox.world.users[0], chat: group.chatId, text: 'Mine' });
	const CARD = '{"schema":"2.0","body":{"elements":[{"tag":"markdown","content":"Waiting"}]}}';
	const OLD_CARD = '{"elements":[{"tag":"markdown","content":"Waiting"}]}';

	describe('Edit', () => {
		it('replaces a text', async () => {
			const message = await send({ text: 'Hello' });
			const person = lark.sandbox.world.users[0];
			const mentions = { mention: [{ person: byAddress(person.userId) }] };
			const { messageId } = message;
			const { items, error } = await run('edit', { messageId, text: 'Bye', mentions });
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({ message_id: messageId, updated: true });
			expect(message.content).toBe('{"text":"@_user_1 Bye"}');
		});

		it.each([
			['markdown', { markdown: '**Done**', options: { title: 'Backup' } }],
			['post', { post: '[[{"tag":"text","text":"Done"}]]' }],
		])('replaces rich text from %s', async (msgType, fields) => {
			const message = await send({ msgType: 'markdown', markdown: 'Running' });
			const { error } = await run('edit', { messageId: message.messageId, msgType, ...fields });
			expect(error).toBeUndefined();
			expect(message).toMatchObject({ msgType: 'post', edits: 1 });
			expect(message.content).toContain('Done');
		});

		it('reports why a message cannot be edited', async () => {
			const edited = await send({ text: 'Hello' });
			edited.edits = 20;
			const { messageId: card } = await sendCard();
			const messages = await Promise.all(
				[say().messageId, edited.messageId, card].map(async (messageId) => {
					const { error } = await run('edit', { messageId, text: 'Bye' });
					return error?.message;
				}),
			);
			expect(messages).toEqual([
				'The bot has not sent this message',
				'The message has been edited 20 times already',
				'This is not possible with this type of message',
			]);
		});

		it.each([
			['oc_1', { text: 'Bye' }, /message IDs start with om_/],
			['om_1', { text: '={{ "" }}' }, /Text is empty/],
			['om_1', { msgType: 'image' }, /Message Type cannot be "image"/],
			['om_1', { text: `={{ "x".repeat(160000) }}` }, /too long/],
		])('refuses %s with %j before anything is sent', async (messageId, fields, message) => {
			const { error } = await run('edit', { messageId, ...fields });
			expect(error?.message).toMatch(message);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Update Card', () => {
		it('replaces a card with one from the form', async () => {
			const message = await sendCard();
			const { messageId } = message;
			const options = { cardNote: 'By hand' };
			const { items, error } = await run('updateCard', { messageId, cardTitle: 'Done', options });
			expect(error).toBeUndefined();
			expect(items[0].json).toEqual({ message_id: messageId, success: true });
			expect(JSON.parse(message.sentContent)).toMatchObject({
				header: { title: { content: 'Done' } },
				body: { elements: [{ tag: 'hr' }, { content: 'By hand' }] },
			});
		});

		it('replaces a card with a template', async () => {
			const message = await sendCard();
			const { messageId } = message;
			const template = { cardSource: 'template', templateId: 'AAqk1' };
			expect((await run('updateCard', { messageId, ...template })).error).toBeUndefined();
			expect(JSON.parse(message.sentContent)).toMatchObject({ data: { template_id: 'AAqk1' } });
		});

		it('reports that the card is too old or not shared by everybody', async () => {
			const old = await sendCard();
			old.createTime -= 15 * 24 * 60 * 60 * 1_000;
			const late = await run('updateCard', { messageId: old.messageId, cardTitle: 'Done' });
			expect(late.error?.message).toMatch(/within 14 days/);
			const { messageId } = await sendCard(OLD_CARD);
			const single = await run('updateCard', { messageId, cardTitle: 'Done' });
			expect(single.error).toMatchObject({
				message: expect.stringMatching(/update_multi must be true/),
				description: expect.stringMatching(/Lark code 230001/),
			});
		});

		it.each([
			[{ messageId: 'om_1' }, /The card is empty/],
			[{ messageId: 'om_1', cardSource: 'json', cardJson: '{}' }, /elements is missing/],
			[{ messageId: 'bm-1', cardTitle: 'Done' }, /message IDs start with om_/],
		])('refuses %j before anything is sent', async (parameters, message) => {
			const { error } = await run('updateCard', parameters);
			expect(error?.message).toMatch(message);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});
});
