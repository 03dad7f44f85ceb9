import { bench, type SandboxSetup } from './support';
import { receive } from './delivery-receiver';

const button = { tag: 'button', text: { tag: 'plain_text', content: 'Finish' }, value: { go: 1 } };
const CARD = { elements: [{ tag: 'action', actions: [button] }] };
const NEW_CARD = { elements: [{ tag: 'hr' }] };

interface Seen {
	message_id: string;
	visible_to?: string;
	body: { content: string };
}

describe('an ephemeral card', () => {
	let b: SandboxSetup;
	let messageId: string;

	beforeEach(async () => {
		b = await bench();
		const open_id = b.sandbox.openIdOf(b.alice);
		const body = { chat_id: b.group.chatId, open_id, msg_type: 'interactive', card: CARD };
		messageId = (await b.call('POST', 'ephemeral/v1/send', { body })).body.data.message_id;
	});

	const seen = async () => {
		const path = `/sandbox/chats/${b.group.chatId}/messages`;
		const { items } = (await (await fetch(b.sandbox.url + path)).json()) as { items: Seen[] };
		return items;
	};
	const press = async (from = b.alice) =>
		await b.sandbox.press({ from, message: messageId, button: 0 });

	it('is on the chat page, in its place, with the person who sees it', async () => {
		await b.sendText('After it');
		const [first, second] = await seen();
		expect(first).toMatchObject({
			message_id: messageId,
			visible_to: b.sandbox.openIdOf(b.alice),
		});
		expect(JSON.parse(first.body.content)).toEqual(CARD);
		expect(second).not.toHaveProperty('visible_to');
	});

	it('is no message for the APIs of messages', async () => {
		expect((await b.call('GET', `im/v1/messages/${messageId}`)).body.code).toBe(99992354);
		const query = { container_id_type: 'chat', container_id: b.group.chatId };
		expect((await b.call('GET', 'im/v1/messages', { query })).body.data.items).toEqual([]);
	});

	it('can be pressed by its person alone, and be replaced by the response', async () => {
		const answer = { card: { type: 'raw', data: NEW_CARD } };
		const receiver = await receive(() => ({ body: JSON.stringify(answer) }));
		Object.assign(b.sandbox.app, { requestUrl: receiver.url, encryptKey: '' });
		await expect(press(b.sandbox.world.users[1])).rejects.toThrow(
			'Bob Miller does not see this card',
		);
		expect(receiver.received).toEqual([]);
		await press();
		expect(receiver.received[0].body).toContain(`"open_message_id":"${messageId}"`);
		expect(JSON.parse((await seen())[0].body.content)).toEqual(NEW_CARD);
	});

	it('can be replaced with the token of a press', async () => {
		const receiver = await receive(() => ({ body: '{}' }));
		Object.assign(b.sandbox.app, { requestUrl: receiver.url, encryptKey: '' });
		await press();
		const [{ token }] = b.sandbox.world.cards.tokens;
		const card = { ...NEW_CARD, open_ids: [b.sandbox.openIdOf(b.alice)] };
		const body = { token, card };
		expect((await b.call('POST', 'interactive/v1/card/update', { body })).body.code).toBe(0);
		expect(JSON.parse((await seen())[0].body.content)).toEqual(NEW_CARD);
	});

	it('is gone once it is deleted, for presses too', async () => {
		const body = { message_id: messageId };
		expect((await b.call('POST', 'ephemeral/v1/delete', { body })).body.code).toBe(0);
		expect(await seen()).toEqual([]);
		await expect(press()).rejects.toThrow(`There is no card ${messageId}`);
	});
});
