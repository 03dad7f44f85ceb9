import { bench, stoppedClock } from './support';

describe('rate limits', () => {
	it('50 calls a second to one API, then 429 with the seconds to wait', async () => {
		const { clock, advance } = stoppedClock();
		const b = await bench({ clock, rateLimits: true });
		const token = await b.token();
		const list = () => b.call('GET', 'im/v1/chats', { token });
		for (let i = 0; i < 50; i++) expect((await list()).body.code).toBe(0);
		const refused = await list();
		expect([refused.status, refused.body.code]).toEqual([429, 99991400]);
		expect(refused.headers.get('x-ogw-ratelimit-limit')).toBe('50');
		expect(refused.headers.get('x-ogw-ratelimit-reset')).toBe('1');
		expect((await b.call('GET', 'bot/v3/info', { token })).body.code).toBe(0);
		advance(1_000);
		expect((await list()).body.code).toBe(0);
	});

	it('5 messages a second to one chat, shared by all bots in it: 230020', async () => {
		const { clock, advance } = stoppedClock();
		const b = await bench({ clock, rateLimits: true });
		const app = b.sandbox.registerApp();
		b.group.bots.push(app.appId);
		for (let i = 0; i < 5; i++) await b.sendText(`Message ${i}`);
		const refused = await b.send('text', { text: 'Too much' }, { app });
		expect([refused.status, refused.body.code]).toEqual([400, 230020]);
		const other = b.sandbox.world.chats[1].chatId;
		expect((await b.send('text', { text: 'Elsewhere' }, { chat: other })).body.code).toBe(0);
		advance(1_000);
		expect((await b.send('text', { text: 'Again' }, { app })).body.code).toBe(0);
		expect(b.group.messages).toHaveLength(6);
	});

	it('are off by default', async () => {
		const b = await bench({ clock: stoppedClock().clock });
		for (let i = 0; i < 6; i++) await b.sendText(`Message ${i}`);
		expect(b.group.messages).toHaveLength(6);
	});
});

describe('injected faults', () => {
	it('answer in the place of Lark, until they are taken back', async () => {
		const b = await bench();
		const stop = b.sandbox.intercept(({ path }) =>
			path.endsWith('/chats')
				? { status: 503, headers: { 'Retry-After': '1' }, body: { code: 1, msg: 'down' } }
				: undefined,
		);
		const answer = await b.call('GET', 'im/v1/chats');
		expect([answer.status, answer.body.msg]).toEqual([503, 'down']);
		expect(answer.headers.get('retry-after')).toBe('1');
		stop();
		expect((await b.call('GET', 'im/v1/chats')).body.code).toBe(0);
	});

	it.each([
		['drop' as const, 0],
		['lose' as const, 1],
	])('%s cuts the connection with %d messages sent', async (fault, sent) => {
		const b = await bench();
		b.sandbox.intercept(({ path }) => (path.endsWith('/messages') ? fault : undefined));
		await expect(b.sendText('Hi')).rejects.toThrow();
		expect(b.group.messages).toHaveLength(sent);
		expect(b.sandbox.requests.at(-1)).toMatchObject({ status: null, code: null });
	});
});
