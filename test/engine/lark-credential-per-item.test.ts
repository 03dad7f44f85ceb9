import type { App, Chat } from '../../sandbox';
import { CredentialStore } from './harness';
import { byAddress, items, openLarkNode, type LarkNode } from './lark-node';

const TOKEN = 'auth.v3.tenant_access_token.internal';

describe('Lark node: a credential with expressions', () => {
	let lark: LarkNode;
	let group: Chat;
	let other: App;

	beforeAll(async () => {
		lark = await openLarkNode();
		other = lark.sandbox.registerApp({ name: 'Another bot' });
		group = lark.sandbox.world.chats[0];
		group.bots.push(other.appId);
	});
	beforeEach(() => lark.reset());
	afterAll(async () => await lark.sandbox.close());

	const use = (change: object) => {
		lark.store = new CredentialStore({ larkApi: { ...lark.credential, ...change } });
	};
	const secrets = () => ({
		[lark.sandbox.app.appId]: lark.sandbox.app.appSecret,
		[other.appId]: other.appSecret,
	});
	const perItem = () => ({
		appId: '={{ $json.app }}',
		appSecret: `={{ (${JSON.stringify(secrets())})[$json.app] }}`,
	});
	const send = async (apps: string[], continueOnFail = false) => {
		const text = { resource: 'message', operation: 'send', msgType: 'text', text: 'Hello' };
		return await lark.run(
			{ ...text, receiver: byAddress(group.chatId) },
			{ items: items(...apps.map((app) => ({ app }))), continueOnFail },
		);
	};
	const senders = (result: Awaited<ReturnType<typeof send>>) => {
		expect(result.error).toBeUndefined();
		return result.items.map(({ json }) => (json.sender as { id: string }).id);
	};
	const tokenRequests = () =>
		lark.sandbox.requests.filter(({ endpointId }) => endpointId === TOKEN).length;

	it('is read for each item, and each app gets one token, however the items alternate', async () => {
		use(perItem());
		const { app } = lark.sandbox;
		const apps = [app.appId, other.appId, app.appId, other.appId, app.appId];
		expect(senders(await send(apps))).toEqual(apps);
		expect(tokenRequests()).toBe(2);
	});

	it('is read for each item also when only a later item changes it', async () => {
		const { appId, appSecret } = lark.sandbox.app;
		use({
			appId: `={{ $json.app ?? '${appId}' }}`,
			appSecret: `={{ $json.app ? '${other.appSecret}' : '${appSecret}' }}`,
		});
		const text = { resource: 'message', operation: 'send', msgType: 'text', text: 'Hello' };
		const result = await lark.run(
			{ ...text, receiver: byAddress(group.chatId) },
			{ items: items({}, {}, { app: other.appId }) },
		);
		expect(senders(result)).toEqual([appId, appId, other.appId]);
	});

	it.each([
		['without expressions', {}],
		[
			'with expressions that are the same for all items',
			{ appId: '={{ "cli_a5b0c1d2e3f40516" }}' },
		],
	])('is read once, and once more to see that, %s', async (_case, change) => {
		use(change);
		await send(Array<string>(20).fill(''));
		expect(lark.store.reads).toBe(2);
		expect(tokenRequests()).toBe(1);
	});

	it('is read once for a single item', async () => {
		await send(['']);
		expect(lark.store.reads).toBe(1);
	});

	it('fails only for the item whose expression fails', async () => {
		use({ ...perItem(), baseUrl: `={{ $json.app ? '${String(lark.credential.baseUrl)}' : '' }}` });
		const { appId } = lark.sandbox.app;
		const { items: out } = await send([appId, '', appId], true);
		expect(out.map(({ json }) => Boolean(json.error))).toEqual([false, true, false]);
		expect(out[1].json.error).toMatch(/Base URL/);
	});
});
