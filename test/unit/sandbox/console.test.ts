import { control, subscriber } from './subscriber';
import { bench } from './support';

interface Shown {
	app_id: string;
	app_secret: string;
	long_connection: boolean;
	connections: number;
	redirect_urls: string[];
	scopes: Array<{ name: string; chosen: boolean }>;
	events: Array<{ name: string; chosen: boolean }>;
}

const chosen = (list: Shown['scopes']) => list.flatMap((each) => (each.chosen ? each.name : []));

describe('the developer console', () => {
	it('shows the secrets of an app and what it may do', async () => {
		const b = await bench({ seed: { app: { scopes: ['im:message'], events: [] } } });
		const { appId, appSecret, encryptKey, verificationToken } = b.sandbox.app;
		const shown = await control<Shown>(b, 'GET', `apps/${appId}`);
		expect(shown).toMatchObject({
			app_id: appId,
			app_secret: appSecret,
			encrypt_key: encryptKey,
			verification_token: verificationToken,
			connections: 0,
		});
		expect([chosen(shown.scopes), chosen(shown.events)]).toEqual([['im:message'], []]);
		expect(shown.events).toHaveLength(19);
	});

	it('changes scopes at once: an API that needs one is refused without it', async () => {
		const b = await bench();
		const path = `apps/${b.sandbox.app.appId}`;
		const send = async () => (await b.send('text', { text: 'Hi' })).body.code;
		await control(b, 'PATCH', path, { scopes: ['im:chat'] });
		expect(await send()).toBe(99991672);
		await control(b, 'PATCH', path, { scopes: ['im:message:send_as_bot'] });
		expect(await send()).toBe(0);
	});

	it('changes events and redirect URLs', async () => {
		const b = await bench({ seed: { app: { encryptKey: '' } } });
		const pushed = await subscriber(b);
		const change = { events: ['im.message.recalled_v1'], redirect_urls: ['http://localhost/back'] };
		const shown = await control<Shown>(b, 'PATCH', `apps/${b.sandbox.app.appId}`, change);
		expect([chosen(shown.events), shown.redirect_urls]).toEqual([
			change.events,
			change.redirect_urls,
		]);
		const said = b.sandbox.say({ from: b.alice, chat: b.group.chatId, text: 'Hi' });
		b.sandbox.world.recall(said);
		expect(await pushed()).toMatchObject([{ type: 'im.message.recalled_v1' }]);
	});

	it.each([
		[{ scopes: ['im:nothing'] }, 'There is no scope im:nothing'],
		[{ events: ['im.nothing'] }, 'There is no event im.nothing'],
		[{ redirect_urls: ['here'] }, 'here is no URL'],
	])('refuses %j', async (change, error) => {
		const b = await bench();
		expect(await control(b, 'PATCH', `apps/${b.sandbox.app.appId}`, change)).toEqual({ error });
	});

	it('makes another app, whose bot joins a group and writes there', async () => {
		const b = await bench();
		const made = await control<Shown>(b, 'POST', 'apps', { name: 'Second bot' });
		expect([chosen(made.scopes), chosen(made.events)]).toEqual([[], []]);
		await control(b, 'PATCH', `apps/${made.app_id}`, { scopes: ['im:message'] });
		const alice = b.sandbox.openIdOf(b.alice);
		const path = `chats/${b.group.chatId}/members`;
		await control(b, 'POST', path, { open_id: alice, bots: [made.app_id] });
		const app = b.sandbox.world.app(made.app_id);
		expect(app?.appSecret).toBe(made.app_secret);
		await b.sendText('Hello', { app });
		expect(b.group.messages[0].sender).toEqual({ type: 'app', appId: made.app_id });
	});
});
