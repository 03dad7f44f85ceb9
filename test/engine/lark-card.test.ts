import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Chat, Message, User } from '../../sandbox';
import { byAddress, byId, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: cards after a callback, and for one person', () => {
	let lark: LarkNode;
	let group: Chat;
	let alice: User;

	beforeAll(async () => {
		lark = await openLarkNode();
		[group] = lark.sandbox.world.chats;
		alice = lark.sandbox.world.userById(group.members[0])!;
	});
	beforeEach(() => lark.reset());
	afterAll(async () => await lark.sandbox.close());

	const run = async (operation: string, parameters: IDataObject) =>
		await lark.run({ resource: 'message', operation, ...parameters } as INodeParameters);
	const sendCard = async (): Promise<Message> => {
		const receiver = byAddress(group.chatId);
		const card = { msgType: 'interactive', cardTitle: 'Approve?' };
		const { items } = await run('send', { receiver, ...card });
		return lark.sandbox.world.message(String(items[0].json.message_id))!;
	};
	const pressed = async () => {
		const message = await sendCard();
		return { message, press: lark.sandbox.world.cards.press(message, alice.userId) };
	};
	const update = async (cardToken: string, card: IDataObject) =>
		await run('updateCardFromCallback', { cardToken, ...card });
	const json = (card: IDataObject) => ({ cardSource: 'json', cardJson: JSON.stringify(card) });
	const elements = [{ tag: 'hr' }];

	describe('Update Card From Callback', () => {
		it('replaces the card twice and is refused the third time', async () => {
			const { message, press } = await pressed();
			const { items, error } = await update(press.token, { cardTitle: 'Approved' });
			expect(error).toBeUndefined();
			expect(items[0].json).toEqual({ success: true });
			expect(JSON.parse(message.sentContent)).toMatchObject({
				schema: '2.0',
				header: { title: { content: 'Approved' } },
			});
			expect((await update(press.token, { cardTitle: 'Again' })).error).toBeUndefined();
			const third = await update(press.token, { cardTitle: 'No' });
			expect(third.error?.message).toBe('The card update token was used too often');
		});

		it('reports that the token has expired', async () => {
			const { press } = await pressed();
			press.createTime -= 31 * 60 * 1_000;
			const { error } = await update(press.token, { cardTitle: 'Late' });
			expect(error?.message).toBe('The card update token has expired');
		});

		it('requires open_ids for a card that is not shared, and sends them', async () => {
			const { press } = await pressed();
			const single = json({ elements, config: { update_multi: false } });
			const { error } = await update(press.token, single);
			expect(error?.message).toBe('open_ids is required for a non-shared card');
			const openId = lark.sandbox.openIdOf(alice);
			const options = { open_ids: openId };
			expect((await update(press.token, { ...single, options })).error).toBeUndefined();
			expect(lark.sandbox.requests.at(-1)?.body.card).toMatchObject({ open_ids: [openId] });
		});

		it.each([
			['={{ "" }}', {}, /Token is empty/],
			['om_1', {}, /start with c-/],
			['c-1', { cardTitle: '={{ "" }}' }, /The card is empty/],
			['c-1', { ...json({ elements }), options: { open_ids: 'on_1' } }, /"on_1"/],
			[
				'c-1',
				{ ...json({ schema: '2.0', body: { elements } }), options: { open_ids: 'ou_1' } },
				/everybody sees the same/,
			],
		])('refuses %s with %j before anything is sent', async (token, card, message) => {
			const { error } = await update(token, card);
			expect(error?.message).toMatch(message);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});

	describe('Ephemeral Card', () => {
		const whisper = async (viewer: string) =>
			await run('sendEphemeralCard', {
				chatId: byId(group.chatId),
				viewer,
				cardTitle: 'For you',
			});

		it('shows a card to one person, given by any ID, and deletes it once', async () => {
			const { ephemeral } = lark.sandbox.world.cards;
			for (const viewer of [
				lark.sandbox.openIdOf(alice),
				alice.userId,
				alice.email,
				alice.mobile,
			]) {
				const { items, error } = await whisper(viewer);
				expect(error).toBeUndefined();
				expect(ephemeral.at(-1)).toMatchObject({
					messageId: items[0].json.message_id,
					chatId: group.chatId,
					visibleTo: alice.userId,
				});
				expect(JSON.parse(ephemeral.at(-1)?.sentContent ?? '')).toMatchObject({
					header: { title: { content: 'For you' } },
				});
			}
			const { messageId } = ephemeral[0];
			const { items, error } = await run('deleteEphemeralCard', { messageId });
			expect(error).toBeUndefined();
			expect(items[0].json).toEqual({ deleted: true, message_id: messageId });
			expect(ephemeral.map(({ deleted }) => deleted)).toEqual([true, false, false, false]);
			const again = await run('deleteEphemeralCard', { messageId });
			expect(again.error?.message).toBe('The message has already been deleted');
		});

		it('reports that the chat does not exist', async () => {
			const parameters = { chatId: byId('oc_0'), viewer: alice.userId, cardTitle: 'For you' };
			const { error } = await run('sendEphemeralCard', parameters);
			expect(error).toMatchObject({ description: expect.stringMatching(/99992356/) });
		});

		it.each([
			['={{ "" }}', /Visible To is empty/],
			['oc_1', /it is not a person/],
			['on_1', /union_id/],
		])('refuses %s before anything is sent', async (viewer, message) => {
			expect((await whisper(viewer)).error?.message).toMatch(message);
			const wrong = await run('deleteEphemeralCard', { messageId: 'bm-1' });
			expect(wrong.error?.message).toMatch(/message IDs start with om_/);
			expect(lark.sandbox.requests).toEqual([]);
		});
	});
});
