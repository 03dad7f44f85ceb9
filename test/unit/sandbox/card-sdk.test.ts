import { adaptDefault, CardActionHandler, EventDispatcher } from '@larksuiteoapi/node-sdk';

import { listen, stop } from './delivery-receiver';
import { bench } from './support';

const text = (content: string) => ({ tag: 'plain_text', content });
const log = () => undefined;
const logger = { error: log, warn: log, info: log, debug: log, trace: log };
const encryptKey = 'test key';

const CARD = {
	schema: '2.0',
	body: {
		elements: [
			{
				tag: 'form',
				name: 'f',
				elements: [
					{ tag: 'multi_select_static', name: 'tags', options: [{ text: text('A'), value: 'a' }] },
					{ tag: 'button', name: 'ok', text: text('OK'), form_action_type: 'submit' },
				],
			},
		],
	},
};
const ANSWER = {
	toast: { type: 'success', content: 'Thanks', i18n: { zh_cn: '谢谢' } },
	card: { type: 'raw', data: { schema: '2.0', body: { elements: [{ tag: 'hr' }] } } },
};

describe('the official SDK', () => {
	it.each([
		[
			'EventDispatcher',
			(answer: (event: object) => object) =>
				new EventDispatcher({ encryptKey, logger }).register({ 'card.action.trigger': answer }),
		],
		[
			'CardActionHandler',
			(answer: (event: object) => object) =>
				new CardActionHandler({ encryptKey, logger }, (event: object) => answer(event)),
		],
	])('reads a submitted form as an %s, and its answer is shown', async (_name, handler) => {
		const b = await bench({ seed: { app: { encryptKey } } });
		const events: object[] = [];
		const receiver = handler((event) => {
			events.push(event);
			return ANSWER;
		});
		const handle = adaptDefault('/webhook', receiver, { autoChallenge: true });
		const { server, url } = await listen((request, response) => void handle(request, response));
		await b.sandbox.subscribe(b.sandbox.app.appId, url);
		const message = (await b.send('interactive', CARD)).body.data.message_id;
		b.alice.language = 'zh_cn';
		const form = { tags: ['a'] };
		const toast = await b.sandbox.press({ from: b.alice, message, button: 'ok', form });
		expect(toast).toEqual({ type: 'success', content: '谢谢' });
		expect(events).toHaveLength(1);
		expect(JSON.stringify(events[0])).toContain('"form_value":{"tags":["a"]}');
		expect(b.sandbox.world.message(message)?.sentContent).toBe(JSON.stringify(ANSWER.card.data));
		await stop(server);
	});
});
