import { bench, type SandboxSetup, type Request } from './support';

const TEXT = '{"text":"Hi"}';

/** A correct request to send a message, with one thing changed. */
function sending(b: SandboxSetup, change: { query?: object; body?: object }): Request {
	return {
		query: { receive_id_type: 'chat_id', ...change.query },
		body: { receive_id: b.group.chatId, msg_type: 'text', content: TEXT, ...change.body },
	};
}

describe('fields', () => {
	it.each([
		['no receive_id_type', { query: { receive_id_type: '' } }, 'receive_id_type', 'is required'],
		[
			'a wrong receive_id_type',
			{ query: { receive_id_type: 'chat' } },
			'receive_id_type',
			'options',
		],
		['an unknown query field', { query: { recieve_id: 'x' } }, 'recieve_id', 'not a field'],
		['an unknown body field', { body: { msgType: 'text' } }, 'msgType', 'not a field'],
		['no content', { body: { content: undefined } }, 'content', 'is required'],
		['an empty content', { body: { content: '' } }, 'content', 'is required'],
		['an unknown msg_type', { body: { msg_type: 'video' } }, 'msg_type', 'options'],
		['a uuid of 51 characters', { body: { uuid: 'x'.repeat(51) } }, 'uuid', '50 characters'],
	])('%s: 99992402', async (_, change, field, words) => {
		const b = await bench();
		const { status, body } = await b.call('POST', 'im/v1/messages', sending(b, change));
		expect([status, body.code, body.msg]).toEqual([400, 99992402, 'field validation failed']);
		expect(body.error?.field_violations).toEqual([
			expect.objectContaining({ field, description: expect.stringContaining(words) }),
		]);
	});

	it.each([
		['content as an object', { content: { text: 'Hi' } }],
		['a number as uuid', { uuid: 7 }],
	])('%s: 9499', async (_, body) => {
		const b = await bench();
		const answer = await b.call('POST', 'im/v1/messages', sending(b, { body }));
		expect([answer.status, answer.body.code]).toEqual([400, 9499]);
	});

	it('a body that is no JSON: 9499', async () => {
		const b = await bench();
		const request = { ...sending(b, {}), body: '{"receive_id":' };
		expect((await b.call('POST', 'im/v1/messages', request)).body.code).toBe(9499);
	});

	const deep = '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000);

	it('a body that is nested 10,000 deep: 9499', async () => {
		const b = await bench();
		const request = { ...sending(b, {}), body: `{"uuid":${deep}}` };
		expect((await b.call('POST', 'im/v1/messages', request)).body.code).toBe(9499);
	});

	it('content that is nested 10,000 deep: 230001', async () => {
		const b = await bench();
		const request = sending(b, { body: { content: `{"text":${deep}}` } });
		const { body } = await b.call('POST', 'im/v1/messages', request);
		expect(body).toMatchObject({ code: 230001, msg: expect.stringContaining('too deeply') });
	});

	it('a JSON body under another Content-Type: 99992402', async () => {
		const b = await bench();
		const request = { ...sending(b, {}), headers: { 'Content-Type': 'text/plain' } };
		expect((await b.call('POST', 'im/v1/messages', request)).body.code).toBe(99992402);
	});

	it.each([
		['page_size', 'ten'],
		['page_size', '51'],
		['page_size', '0'],
	])('%s=%s in a query: 99992402', async (name, value) => {
		const b = await bench();
		const query = { container_id_type: 'chat', container_id: b.group.chatId, [name]: value };
		expect((await b.call('GET', 'im/v1/messages', { query })).body.code).toBe(99992402);
	});

	it('more than 50 emails: 99992402', async () => {
		const b = await bench();
		const emails = Array.from({ length: 51 }, (_, i) => `${i}@example.com`);
		const answer = await b.call('POST', 'contact/v3/users/batch_get_id', { body: { emails } });
		expect(answer.body.code).toBe(99992402);
	});

	it('lets unknown fields pass when asked, as Lark does', async () => {
		const b = await bench({ allowUnknownFields: true });
		const request = sending(b, { query: { extra: '1' }, body: { extra: 1 } });
		expect((await b.call('POST', 'im/v1/messages', request)).body.code).toBe(0);
	});
});

describe('addresses', () => {
	it.each([
		['GET', 'im/v1/nothing'],
		['PUT', 'im/v1/chats'],
		['GET', 'im/v1/chats/'],
	])('%s %s: 404 in plain text', async (method, path) => {
		const b = await bench();
		const response = await b.fetch(method, path);
		expect([response.status, await response.text()]).toEqual([404, '404 page not found']);
	});

	it('an API without a handler: 501, after the same checks', async () => {
		const b = await bench();
		const path = 'passport/v1/sessions/logout';
		expect((await b.call('POST', path, { body: {} })).body.code).toBe(99992402);
		const answer = await b.call('POST', path, { body: { logout_type: 1 } });
		expect([answer.status, answer.body.msg]).toEqual([
			501,
			expect.stringContaining('passport.v1.session.logout'),
		]);
	});

	it('every answer can be traced', async () => {
		const b = await bench();
		const refused = await b.call('GET', 'im/v1/chats', { token: null });
		expect(refused.headers.get('x-request-id')).toBeTruthy();
		expect(refused.body.error?.log_id).toBe(refused.headers.get('x-tt-logid'));
		expect(b.sandbox.requests.at(-1)).toMatchObject({
			method: 'GET',
			path: '/open-apis/im/v1/chats',
			endpointId: 'im.v1.chat.list',
			identity: 'none',
			status: 400,
			code: 99991661,
		});
	});
});

describe('the state of the app', () => {
	it.each([
		['im/v1/messages?', 230006],
		['im/v1/chats?', 232025],
	])('%s without a bot: %d', async (path, code) => {
		const b = await bench({ seed: { app: { botEnabled: false } } });
		const query = path.includes('messages')
			? { container_id_type: 'chat', container_id: b.group.chatId }
			: undefined;
		expect((await b.call('GET', path.slice(0, -1), { query })).body.code).toBe(code);
	});

	it('uploads without a bot: 234007', async () => {
		const b = await bench({ seed: { app: { botEnabled: false } } });
		const answer = await b.upload(
			'im/v1/images',
			{ image_type: 'message' },
			'image',
			Buffer.from('x'),
		);
		expect(answer.body.code).toBe(234007);
	});

	it('bot info: 11205 without a bot, else the activate_status at the top level', async () => {
		const b = await bench();
		b.sandbox.app.activateStatus = 1;
		const installed = await b.call('GET', 'bot/v3/info');
		expect(installed.body).toMatchObject({
			code: 0,
			bot: { activate_status: 1, open_id: b.sandbox.app.botOpenId },
		});
		expect((await b.call('GET', 'im/v1/chats')).body.code).toBe(232034);
		b.sandbox.app.botEnabled = false;
		expect((await b.call('GET', 'bot/v3/info')).body.code).toBe(11205);
	});
});
