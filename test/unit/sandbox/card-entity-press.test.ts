import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { bench } from './support';

it('a card entity waits while a person presses a button of it', async () => {
	const b = await bench();
	const button = { tag: 'button', behaviors: [{ type: 'callback', value: { go: 1 } }] };
	const text = { tag: 'markdown', element_id: 'text', content: 'Hi' };
	const card = {
		schema: '2.0',
		config: { streaming_mode: true },
		body: { elements: [text, button] },
	};
	const body = { type: 'card_json', data: JSON.stringify(card) };
	const { card_id } = (await b.call('POST', 'cardkit/v1/cards', { body })).body.data;
	const sent = await b.send('interactive', { type: 'card', data: { card_id } });
	const write = (sequence: number) =>
		b.call('PUT', `cardkit/v1/cards/${card_id}/elements/text/content`, {
			body: { content: `${sequence}`, sequence },
		});
	let during: number | undefined;
	const app = createServer((request, response) => {
		request.resume().on('end', () => {
			void write(1).then(({ body: { code } }) => {
				during = code;
				response.end('{}');
			});
		});
	});
	await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
	try {
		const { port } = app.address() as AddressInfo;
		b.sandbox.app.requestUrl = `http://127.0.0.1:${port}`;
		await b.sandbox.press({ from: b.alice, message: sent.body.data.message_id, button: 0 });
		expect(during).toBe(200810);
		expect((await write(1)).body.code).toBe(0);
	} finally {
		await new Promise((resolve) => app.close(resolve));
	}
});
