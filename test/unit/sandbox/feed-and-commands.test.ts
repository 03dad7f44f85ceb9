import { bench, type SandboxSetup } from './support';

const PREVIEWS = 'im/v2/url_previews/batch_update';
const COMMANDS = 'application/v7/app_slash_commands';
const TOKEN = 'e28r7df2-xxxx-477d-a8d0-2e1eb99796c2';

const description = { default_value: 'Help' };

const codeOf = async (answer: Promise<{ body: { code: number } }>) => (await answer).body.code;

describe('link previews', () => {
	const update = async (b: SandboxSetup, body: object) =>
		await codeOf(b.call('POST', PREVIEWS, { body }));

	it('are updated by the token that the app was asked with, for everybody or for some', async () => {
		const b = await bench();
		const open_ids = [b.sandbox.openIdOf(b.alice)];
		b.sandbox.pushEvent('url.preview.get');
		expect(await update(b, { preview_tokens: [TOKEN] })).toBe(0);
		expect(await update(b, { preview_tokens: [TOKEN], open_ids })).toBe(0);
		const { updates } = b.sandbox.world.urlPreviews.of(TOKEN, b.sandbox.app.appId)!;
		expect(updates.map((done) => done.open_ids)).toEqual([undefined, open_ids]);
	});

	it('are refused by an unknown token, for nobody, and for another app', async () => {
		const b = await bench();
		expect(await update(b, { preview_tokens: [TOKEN] })).toBe(230001);
		b.sandbox.pushEvent('url.preview.get');
		expect(await update(b, { preview_tokens: [TOKEN], open_ids: ['ou_0'] })).toBe(230001);
		const app = b.sandbox.world.registerApp();
		const body = { preview_tokens: [TOKEN] };
		expect(await codeOf(b.call('POST', PREVIEWS, { app, body }))).toBe(230001);
	});

	it('are updated once in five seconds, if rate limits are on', async () => {
		const b = await bench({ rateLimits: true });
		b.sandbox.pushEvent('url.preview.get');
		const body = { preview_tokens: [TOKEN] };
		expect(await update(b, body)).toBe(0);
		const again = await b.call('POST', PREVIEWS, { body });
		expect([again.status, again.body.code]).toEqual([429, 99991400]);
		expect(Number(again.headers.get('x-ogw-ratelimit-reset'))).toBeLessThanOrEqual(5);
	});

	it.each([
		['no token', { preview_tokens: [] }],
		['eleven tokens', { preview_tokens: Array.from({ length: 11 }, (_, n) => `t${n}`) }],
	])('takes 1 to 10 tokens: %s', async (_case, body) => {
		expect(await update(await bench(), body)).toBe(99992402);
	});
});

describe('the buttons of a chat', () => {
	const update = async (b: SandboxSetup, more: object) => {
		const chat = { chat_id: b.group.chatId, user_ids: [b.sandbox.openIdOf(b.alice)] };
		return await codeOf(b.call('PUT', 'im/v2/chat_button', { body: { ...chat, ...more } }));
	};
	const buttons = (...given: object[]) => ({ buttons: { buttons: given } });
	const button = { text: { text: 'Open' }, action_type: 'webhook' };

	it.each([
		['two buttons', buttons(button, button), 0],
		['three buttons', buttons(button, button, button), 99992402],
		['a link without an address', buttons({ ...button, action_type: 'url_page' }), 230001],
		['an address without https', buttons({ ...button, multi_url: { url: 'http://a.b' } }), 230001],
		['nobody', { user_ids: undefined }, 230001],
		['no chat', { chat_id: 'oc_0' }, 230001],
	])('%s: %#', async (_case, more, code) => {
		expect(await update(await bench(), more)).toBe(code);
	});

	it('need the bot in the chat', async () => {
		const b = await bench();
		const { chatId: chat_id } = b.sandbox.world.addGroup({ name: 'Without', bots: [] });
		expect(await update(b, { chat_id })).toBe(230027);
	});
});

describe('slash commands', () => {
	const create = async (b: SandboxSetup, body: object) =>
		await codeOf(b.call('POST', COMMANDS, { body: { command: 'help', description, ...body } }));

	it('have a name that nothing else has', async () => {
		const b = await bench();
		expect(await create(b, {})).toBe(0);
		expect(await create(b, {})).toBe(40000000);
		expect(await create(b, { command: 'two words' })).toBe(40000000);
	});

	it('have an icon of Lark', async () => {
		expect(await create(await bench(), { icon: { icon_key: 'no icon' } })).toBe(40000031);
	});

	it('are 100 at most', async () => {
		const b = await bench();
		for (let n = 0; n < 100; n++) {
			const seconds = '0';
			b.sandbox.app.slashCommands.push({
				...{ command_id: String(n), command: `c${n}`, description },
				...{ icon: { icon_key: 'skill_outlined' }, create_time: seconds, update_time: seconds },
			});
		}
		expect(await create(b, {})).toBe(40000000);
	});

	it('keep what a change does not name, and are those of the app alone', async () => {
		const b = await bench();
		await create(b, {});
		const [{ command_id }] = b.sandbox.app.slashCommands;
		const body = { description: { default_value: 'New' } };
		const patch = async (app = b.sandbox.app) =>
			await codeOf(b.call('PATCH', `${COMMANDS}/${command_id}`, { app, body }));
		expect(await patch()).toBe(0);
		expect(b.sandbox.app.slashCommands).toMatchObject([
			{ command: 'help', description: body.description, icon: { icon_key: 'skill_outlined' } },
		]);
		expect(await patch(b.sandbox.world.registerApp())).toBe(40000000);
	});
});

describe('the addresses that Lark sends from', () => {
	it('come in pages of 50 at most', async () => {
		const b = await bench();
		const ask = async (query: Record<string, string>) =>
			await codeOf(b.call('GET', 'event/v1/outbound_ip', { query }));
		expect(await ask({ page_size: '50' })).toBe(0);
		expect(await ask({ page_size: '51' })).toBe(99992402);
		expect(await ask({ page_token: 'x' })).toBe(1810001);
	});
});

describe('read status', () => {
	it('is for a person, and unexpected where the person is no member', async () => {
		const b = await bench();
		const { chatId: chat } = b.sandbox.world.addGroup({ name: 'Else', members: [], bots: [] });
		const sender = { type: 'app' as const, appId: b.sandbox.app.appId };
		const content = JSON.stringify({ text: 'Hi' });
		const { messageId } = b.sandbox.world.addMessage({
			...{ chatId: chat, msgType: 'text', content, sentContent: content, sender },
		});
		const path = 'im/v1/messages/read_status';
		const body = { message_ids: [messageId] };
		expect(await codeOf(b.call('POST', path, { body }))).toBe(99991663);
		const token = b.sandbox.issueUserToken(b.sandbox.openIdOf(b.alice));
		const { data } = (await b.call('POST', path, { token, body })).body;
		expect(data.items).toEqual([
			{
				message_id: messageId,
				read_status: 'unexpected',
				unexpected_reason: 'no_permission',
			},
		]);
	});
});
