import { AESCipher } from '@larksuiteoapi/node-sdk';

import { createDispatcher, receive, subscribe, type Received } from './delivery-receiver';

describe('verifyUrl', () => {
	const echo = ({ body }: Received) => {
		const { challenge } = JSON.parse(body) as { challenge: string };
		return { body: JSON.stringify({ challenge }) };
	};

	it('sends challenge, token and type, and accepts the echo', async () => {
		const receiver = await receive(echo);

		await createDispatcher().verifyUrl(subscribe(receiver.url));

		expect(JSON.parse(receiver.received[0].body)).toEqual({
			challenge: expect.any(String),
			token: 'token',
			type: 'url_verification',
		});
	});

	it('encrypts but does not sign when there is an Encrypt Key', async () => {
		const receiver = await receive(({ body }) => {
			const { encrypt } = JSON.parse(body) as { encrypt: string };
			return echo({ method: '', headers: {}, body: new AESCipher('test key').decrypt(encrypt) });
		});

		await createDispatcher().verifyUrl(subscribe(receiver.url, 'test key'));

		const names = Object.keys(receiver.received[0].headers);
		expect(names.filter((name) => name.startsWith('x-lark'))).toEqual([]);
	});

	it.each([
		['another status', { status: 404, body: 'x' }, /HTTP 404 instead of 200/],
		[
			'what is not registered, in the words of n8n',
			{ status: 404, body: '{"code":404,"message":"Not registered.","hint":"Publish it."}' },
			/HTTP 404 instead of 200: Not registered\. Publish it\.$/,
		],
		['another status with JSON', { status: 404, body: '[null]' }, /HTTP 404 instead of 200$/],
		['a redirect', { status: 302, headers: { location: '/' } }, /HTTP 302 instead of 200/],
		['another challenge', { body: '{"challenge":"other"}' }, /got \{"challenge":"other"\}/],
		['something else', { body: '<html>' }, /got <html>/],
		['null', { body: 'null' }, /got null/],
		['nothing', {}, /got an empty body/],
	])('refuses %s', async (_label, reply, message) => {
		const receiver = await receive(() => reply);

		await expect(createDispatcher().verifyUrl(subscribe(receiver.url))).rejects.toThrow(message);
	});
});
