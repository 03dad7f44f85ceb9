import { setTimeout as sleep } from 'node:timers/promises';
import { createHmac } from 'node:crypto';

import type { CustomBot } from '../../../sandbox';
import { endpointById } from '../../../sandbox/contract/contract';
import { receive } from './delivery-receiver';
import { bench, stoppedClock, type SandboxSetup } from './support';

const TEXT = { msg_type: 'text', content: { text: 'Hi' } };

const addBot = (b: SandboxSetup, given: Partial<CustomBot> = {}): CustomBot =>
	b.sandbox.world.customBots.add({ chatId: b.group.chatId, ...given });

const post = async (b: SandboxSetup, { hookId }: CustomBot, body: unknown) =>
	await b.call('POST', `bot/v2/hook/${hookId}`, { token: null, body });

const signed = (secret: string, seconds: number, body: object = TEXT) => {
	const timestamp = String(seconds);
	const sign = createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');
	return { timestamp, sign, ...body };
};

describe('the webhook of a custom bot', () => {
	it('takes a message without a token, and answers as documented', async () => {
		const b = await bench();
		const { status, body } = await post(b, addBot(b, { name: 'Alerts' }), TEXT);
		expect([status, body]).toEqual([
			200,
			{ StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' },
		]);
		const names = endpointById('bot.v2.hook.send').response.map(({ name }) => name);
		expect(Object.keys(body).filter((name) => !names.includes(name))).toEqual([]);
		expect(b.group.messages).toMatchObject([{ msgType: 'text', content: '{"text":"Hi"}' }]);
		const [{ sender }] = b.group.messages;
		expect(b.sandbox.world.nameOf(sender)).toBe('Alerts');
	});

	it('shows its messages to apps and on the chat page as those of a bot', async () => {
		const b = await bench();
		const bot = addBot(b, { name: 'Alerts' });
		await post(b, bot, TEXT);
		const query = { container_id_type: 'chat', container_id: b.group.chatId };
		const { body } = await b.call('GET', 'im/v1/messages', { query });
		expect(body.data.items[0].sender).toMatchObject({ id: bot.appId, sender_type: 'app' });
		const page = await fetch(`${b.sandbox.url}/sandbox/chats/${b.group.chatId}/messages`);
		expect(await page.json()).toMatchObject({ items: [{ sender: { name: 'Alerts' } }] });
	});

	it('tells no app of its messages', async () => {
		const b = await bench({ seed: { app: { encryptKey: '' } } });
		const { url, received } = await receive(() => ({ status: 200 }));
		b.sandbox.app.requestUrl = url;
		await post(b, addBot(b), TEXT);
		b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Thanks' });
		while (received.length === 0) await sleep(5);
		await sleep(50);
		expect(received.map(({ body }) => body)).toEqual([expect.stringContaining('Thanks')]);
	});

	it.each<[string, object]>([
		['text', { text: 'Hi <at user_id="all"></at>' }],
		['post', { post: { en_us: { content: [[{ tag: 'a', text: 'x', href: 'https://x.com' }]] } } }],
	])('takes %s', async (msg_type, content) => {
		const b = await bench();
		expect((await post(b, addBot(b), { msg_type, content })).body.code).toBe(0);
	});

	it('takes images of any app, groups to join, and cards', async () => {
		const b = await bench();
		const bot = addBot(b);
		const image_key = await b.imageKey('message', b.sandbox.registerApp());
		const card = { elements: [{ tag: 'hr' }] };
		const bodies = [
			{ msg_type: 'image', content: { image_key } },
			{ msg_type: 'share_chat', content: { share_chat_id: b.group.chatId } },
			{ msg_type: 'interactive', card },
		];
		for (const body of bodies) expect((await post(b, bot, body)).body.code).toBe(0);
		expect(b.group.messages.map(({ sentContent }) => JSON.parse(sentContent) as object)).toEqual([
			{ image_key },
			{ chat_id: b.group.chatId },
			card,
		]);
	});

	it.each<[string, unknown, number, RegExp]>([
		['no msg_type', { content: { text: 'Hi' } }, 19002, /msg_type need/],
		['an unknown msg_type', { ...TEXT, msg_type: 'file' }, 9499, /unknown msg_type file/],
		['content as a text', { ...TEXT, content: '{"text":"Hi"}' }, 9499, /Bad Request/],
		['no text', { ...TEXT, content: {} }, 9499, /text is required/],
		['an unknown field', { ...TEXT, uuid: '1' }, 9499, /no uuid/],
		['a body that is no JSON', 'text', 9499, /not JSON/],
		['more than 20 KB', { ...TEXT, content: { text: 'x'.repeat(20_480) } }, 9499, /20 KB/],
		[
			'a post without its wrapping',
			{ msg_type: 'post', content: { en_us: { content: [] } } },
			9499,
			/post is required|en_us/,
		],
		[
			'a tag that only apps have',
			{ msg_type: 'post', content: { post: { en_us: { content: [[{ tag: 'md', text: 'a' }]] } } } },
			9499,
			/no tag md/,
		],
		[
			'a style',
			{
				msg_type: 'post',
				content: { post: { en_us: { content: [[{ tag: 'text', text: 'a', style: ['bold'] }]] } } },
			},
			9499,
			/no style in text/,
		],
		['an unknown image', { msg_type: 'image', content: { image_key: 'img_1' } }, 9499, /image_key/],
		[
			'an unknown chat',
			{ msg_type: 'share_chat', content: { share_chat_id: 'oc_1' } },
			9499,
			/share_chat_id/,
		],
		['a card in content', { msg_type: 'interactive', content: {} }, 9499, /Bad Request/],
	])('refuses %s', async (_what, body, code, msg) => {
		const b = await bench();
		const { status, body: answer } = await post(b, addBot(b), body);
		expect([status, answer]).toEqual([200, { code, data: {}, msg: expect.stringMatching(msg) }]);
		expect(b.group.messages).toEqual([]);
	});

	it('has no address after the bot was removed, or its group dissolved', async () => {
		const b = await bench();
		const bot = addBot(b);
		b.sandbox.world.customBots.remove(bot);
		const gone = { code: 19001, data: {}, msg: expect.stringContaining('access token invalid') };
		expect((await post(b, bot, {})).body).toEqual(gone);
		const other = addBot(b);
		b.group.status = 'dissolved';
		expect((await post(b, other, TEXT)).body).toEqual(gone);
	});

	describe('checks the security settings', () => {
		it('the signature and its time, up to an hour', async () => {
			const { clock } = stoppedClock();
			const now = clock() / 1000;
			const b = await bench({ clock });
			const bot = addBot(b, { secret: 'secret' });
			for (const seconds of [now, now - 3600, now + 3600]) {
				expect((await post(b, bot, signed('secret', seconds))).body.code).toBe(0);
			}
			const refused = [
				TEXT,
				signed('other', now),
				signed('secret', now - 3601),
				signed('secret', now + 3601),
				{ ...signed('secret', now), timestamp: String(now - 1) },
			];
			for (const body of refused) {
				expect((await post(b, bot, body)).body).toEqual({
					code: 19021,
					msg: 'sign match fail or timestamp is not within one hour from current time',
				});
			}
			expect(b.group.messages).toHaveLength(3);
		});

		it.each([
			['127.0.0.1', 0],
			['127.0.0.*', 0],
			['127.0.0.0/8', 0],
			['10.0.0.1', 19022],
			['127.1.0.*', 19022],
		])('the address, against %s', async (entry, code) => {
			const b = await bench();
			expect((await post(b, addBot(b, { ipAllowList: [entry] }), TEXT)).body.code).toBe(code);
		});

		it('the keywords, of which one must be there', async () => {
			const b = await bench();
			const bot = addBot(b, { keywords: ['Alert', 'Deploy'] });
			expect((await post(b, bot, TEXT)).body).toEqual({ code: 19024, msg: 'Key Words Not Found' });
			const right = { ...TEXT, content: { text: 'Deploy 1.2' } };
			expect((await post(b, bot, right)).body.code).toBe(0);
		});

		it('before the message', async () => {
			const b = await bench();
			const bot = addBot(b, { secret: 'secret' });
			expect((await post(b, bot, { msg_type: 'none' })).body.code).toBe(19021);
		});
	});

	it('takes 5 messages a second and 100 a minute for each bot', async () => {
		const { clock, advance } = stoppedClock();
		const b = await bench({ clock, rateLimits: true });
		const [bot, other] = [addBot(b), addBot(b)];
		for (let second = 0; second < 20; second++) {
			for (let i = 0; i < 5; i++) expect((await post(b, bot, TEXT)).body.code).toBe(0);
			const { body } = await post(b, bot, TEXT);
			expect(body).toMatchObject({
				code: 11232,
				msg: expect.stringContaining('frequency limited'),
			});
			advance(1_000);
		}
		expect((await post(b, bot, TEXT)).body.code).toBe(11232);
		expect((await post(b, other, TEXT)).body.code).toBe(0);
	});
});

describe('custom bots of a group', () => {
	const control = async (b: SandboxSetup, method: string, path: string, body?: object) => {
		const response = await fetch(`${b.sandbox.url}/sandbox/${path}`, {
			method,
			headers: { 'Content-Type': 'application/json' },
			body: body && JSON.stringify(body),
		});
		return { status: response.status, text: await response.text() };
	};

	it('are added and removed by the control API', async () => {
		const b = await bench();
		const path = `chats/${b.group.chatId}/custom-bots`;
		const { status, text } = await control(b, 'POST', path, { name: 'CI', sign: true });
		expect(status).toBe(201);
		const added = JSON.parse(text) as { webhook_url: string; signing_secret: string };
		const send = async () => {
			const body = signed(added.signing_secret, Math.floor(Date.now() / 1000));
			const response = await fetch(added.webhook_url, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify(body),
			});
			return ((await response.json()) as { code: number }).code;
		};
		expect(await send()).toBe(0);
		const hookId = added.webhook_url.split('/').at(-1);
		expect((await control(b, 'DELETE', `custom-bots/${hookId}`)).status).toBe(204);
		expect(await send()).toBe(19001);
		expect((await control(b, 'DELETE', `custom-bots/${hookId}`)).status).toBe(400);
	});

	it('are shown to the people of their group with what the credential in n8n needs', async () => {
		const b = await bench();
		const [first] = b.sandbox.world.customBots.list;
		const path = `chats/${b.group.chatId}/custom-bots`;
		await control(b, 'POST', path, { name: 'CI', keywords: ['Build'] });
		const { text } = await control(b, 'GET', path);
		const bots = JSON.parse(text) as Array<{ hook_id: string }>;
		expect(bots).toMatchObject([
			{
				name: first.name,
				webhook_url: `${b.sandbox.url}/open-apis/bot/v2/hook/${first.hookId}`,
				signing_secret: first.secret,
			},
			{ name: 'CI', signing_secret: '', keywords: ['Build'] },
		]);
		await control(b, 'DELETE', `custom-bots/${bots[1].hook_id}`);
		expect(JSON.parse((await control(b, 'GET', path)).text)).toHaveLength(1);
	});

	it('stand in the state of the chat page without their secrets', async () => {
		const b = await bench();
		const [bot] = b.sandbox.world.customBots.list;
		const { text } = await control(b, 'GET', 'state');
		expect(JSON.parse(text)).toMatchObject({ chats: [{ custom_bots: [bot.name] }, {}, {}, {}] });
		for (const secret of [bot.secret, bot.hookId]) expect(text).not.toContain(secret);
	});

	it('cannot be added to a chat of two, or to none', async () => {
		const b = await bench();
		const p2p = b.sandbox.world.openP2p(b.alice.userId, {
			type: 'app',
			appId: b.sandbox.app.appId,
		});
		for (const chatId of [p2p.chatId, 'oc_1']) {
			for (const method of ['POST', 'GET']) {
				const body = method === 'POST' ? {} : undefined;
				const { status, text } = await control(b, method, `chats/${chatId}/custom-bots`, body);
				expect([status, text]).toEqual([400, expect.stringContaining('There is no group')]);
			}
		}
	});

	it('have cards whose buttons reach no app', async () => {
		const b = await bench();
		const behaviors = [{ type: 'callback', value: { a: 1 } }];
		const elements = [{ tag: 'button', text: { tag: 'plain_text', content: 'Yes' }, behaviors }];
		const card = { schema: '2.0', body: { elements } };
		await post(b, addBot(b), { msg_type: 'interactive', card });
		const [{ messageId: message }] = b.group.messages;
		await expect(b.sandbox.press({ from: b.alice, message, button: 0 })).rejects.toThrow(
			'of a custom bot, which has no app',
		);
	});
});
