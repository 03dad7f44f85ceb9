import { checkEvent, documentedEvents } from '../../../sandbox/events/documented-event';
import { bench, type SandboxSetup } from './support';
import { receive } from './delivery-receiver';

const button = (text: string, behavior: object) => ({
	tag: 'button',
	text: { tag: 'plain_text', content: text },
	behaviors: [behavior],
});
const body = (...elements: object[]) => ({ schema: '2.0', body: { elements } });
const CARD = body(
	button('Look', { type: 'open_url', default_url: 'https://example.com' }),
	{ tag: 'column_set', columns: [{ elements: [button('Yes', { type: 'callback', value: 'y' })] }] },
	button('No', { type: 'callback', value: { choice: 'no' } }),
);

describe('a person who presses a button of a card', () => {
	let b: SandboxSetup;
	let messageId: string;

	beforeEach(async () => {
		b = await bench();
		messageId = (await b.send('interactive', CARD)).body.data.message_id;
	});

	/** Presses a button of the card while the app answers like this. */
	async function press(answer: Parameters<typeof receive>[0], which = 1) {
		const receiver = await receive(answer);
		Object.assign(b.sandbox.app, { requestUrl: receiver.url, encryptKey: '' });
		const toast = await b.sandbox.press({ from: b.alice, message: messageId, button: which });
		return { toast, received: receiver.received };
	}
	const answering = (answer: object) => () => ({ body: JSON.stringify(answer) });
	const card = () => JSON.parse(b.sandbox.world.message(messageId)!.sentContent) as object;

	it('has a user_id for apps with the scope for it only', async () => {
		const operator = async () => {
			const { received } = await press(answering({}));
			return (JSON.parse(received[0].body) as { event: { operator: object } }).event.operator;
		};
		expect(await operator()).toMatchObject({ user_id: b.alice.userId });
		b.sandbox.app.scopes = ['im:message'];
		expect(await operator()).not.toHaveProperty('user_id');
	});

	it('gives the app a callback as documented, with the value of that button', async () => {
		const { toast, received } = await press(answering({}));
		expect(toast).toBeUndefined();
		const { header, event } = JSON.parse(received[0].body) as { header: object; event: object };
		expect(header).toMatchObject({ event_type: 'card.action.trigger' });
		expect(event).toMatchObject({
			operator: { open_id: b.sandbox.openIdOf(b.alice) },
			action: { tag: 'button', value: { choice: 'no' } },
			context: { open_message_id: messageId, open_chat_id: b.group.chatId },
		});
		checkEvent(documentedEvents.find(({ type }) => type === 'card.action.trigger')!, event);
		const [{ token }] = b.sandbox.world.cards.tokens;
		expect(event).toMatchObject({ token });
		expect((await press(answering({}), 0)).received[0].body).toContain('"value":"y"');
	});

	it('sees the toast and the new card of the answer', async () => {
		const data = body({ tag: 'markdown', content: 'Done' });
		const answer = { toast: { type: 'success', content: 'Thanks' }, card: { type: 'raw', data } };
		const { toast } = await press(answering(answer));
		expect(toast).toEqual({ type: 'success', content: 'Thanks' });
		expect(card()).toEqual(data);
	});

	it.each([
		['200671', () => ({ status: 500 })],
		['200672', () => ({ body: 'ok' })],
		['200672', answering({ toast: { type: 'loud', content: '!' } })],
		['200672', answering({ toast: { type: 'info' } })],
		['200672', answering({ toast: { content: 1 } })],
		['200672', answering({ toast: { content: '!', i18n: { zh_cn: 1 } } })],
		['200672', answering([])],
		['200673', answering({ card: null })],
		['200673', answering({ card: { type: 'raw', data: '{}' } })],
		['200673', answering({ card: { type: 'raw', data: { schema: '2.0' } } })],
		['200673', answering({ card: { elements: [] } })],
		['200830', answering({ card: { type: 'raw', data: { elements: [] } } })],
	])('sees error %s for an answer that Lark cannot use', async (code, answer) => {
		await expect(press(answer)).rejects.toThrow(code);
		expect(card()).toEqual(CARD);
	});

	it('waits three seconds for the answer', async () => {
		await expect(press(() => 'never')).rejects.toThrow('200341: no answer within 3 s');
	});

	it('cannot press what is not there', async () => {
		await expect(press(answering({}), 2)).rejects.toThrow('no button 2');
		await expect(b.sandbox.press({ from: b.alice, message: 'om_x', button: 0 })).rejects.toThrow(
			'no card om_x',
		);
	});
});
