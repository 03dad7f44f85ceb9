import type { IDataObject } from 'n8n-workflow';

import type { Chat, User } from '../../sandbox';
import { connected } from '../support/consent';
import { CredentialStore, itemWithFile, listSearch } from './harness';
import { byAddress, byId, items, openLarkNode, type LarkNode } from './lark-node';

const TYPE = 'larkOAuth2Api';
const AS_USER = { authentication: 'user' };

describe('Lark node: acting as a person', () => {
	let now: number;
	let lark: LarkNode;
	let group: Chat;
	let alice: User;
	let bob: User;
	let carol: User;

	beforeAll(async () => {
		now = Date.now();
		lark = await openLarkNode({ clock: () => now });
		group = lark.sandbox.world.chats[0];
		[alice, bob, carol] = lark.sandbox.world.users;
	});
	beforeEach(async () => {
		lark.sandbox.app.refreshesUserTokens = true;
		lark.store = new CredentialStore({ [TYPE]: await connected(lark, alice) });
		lark.sandbox.requests.length = 0;
		group.messages.length = 0;
	});
	afterAll(async () => await lark.sandbox.close());

	const send = { resource: 'message', operation: 'send', msgType: 'text', text: 'Hello' };
	const sendAsUser = async () =>
		await lark.run({ ...AS_USER, ...send, receiver: byAddress(group.chatId) });
	const tokens = () => lark.store.data(TYPE).oauthTokenData as IDataObject;
	const calls = () =>
		lark.sandbox.requests.map(({ endpointId, identity, code }) => [endpointId, identity, code]);
	const expire = () => (now += 2 * 60 * 60 * 1_000);

	it('sends as the person', async () => {
		const { items: sent, error } = await sendAsUser();
		expect(error).toBeUndefined();
		expect(sent[0].json.sender).toMatchObject({ id: lark.sandbox.openIdOf(alice) });
		expect(calls()).toEqual([['im.v1.message.create', 'user', 0]]);
		expect(lark.store.reads).toBe(1);
	});

	it('refreshes a token that Lark says has expired, stores both new tokens, and sends again', async () => {
		const before = tokens();
		expire();
		const { error } = await sendAsUser();
		expect(error).toBeUndefined();
		expect(calls()).toEqual([
			['im.v1.message.create', 'none', 99991677],
			['authen.v2.oauth.token', 'none', 0],
			['im.v1.message.create', 'user', 0],
		]);
		expect(tokens().access_token).not.toBe(before.access_token);
		expect(tokens().refresh_token).not.toBe(before.refresh_token);
		lark.sandbox.requests.length = 0;
		await sendAsUser();
		expect(calls()).toEqual([['im.v1.message.create', 'user', 0]]);
	});

	it.each([99991668, 99991677])(
		'refreshes the token for HTTP 200 with code %i too',
		async (code) => {
			const stale = tokens().access_token;
			const end = lark.sandbox.intercept(({ headers }) =>
				headers.authorization === `Bearer ${String(stale)}`
					? { status: 200, body: { code, msg: 'token expire' } }
					: undefined,
			);
			const { error } = await sendAsUser();
			end();
			expect(error).toBeUndefined();
			expect(group.messages).toHaveLength(1);
		},
	);

	it('does not send a token that n8n knows to have expired', async () => {
		lark.store.save(TYPE, {
			...lark.store.data(TYPE),
			oauthTokenData: { ...tokens(), n8n_expires_at: String(Date.now() - 1) },
		});
		expect((await sendAsUser()).error).toBeUndefined();
		expect(calls().map(([endpoint]) => endpoint)).toEqual([
			'authen.v2.oauth.token',
			'im.v1.message.create',
		]);
	});

	it('refreshes once for executions that run at the same time', async () => {
		expire();
		const results = await Promise.all([1, 2, 3, 4].map(sendAsUser));
		expect(results.map(({ error }) => error)).toEqual(Array(4).fill(undefined));
		expect(calls().filter(([endpoint]) => endpoint === 'authen.v2.oauth.token')).toHaveLength(1);
	});

	it('uses the token that another process has refreshed meanwhile', async () => {
		expire();
		const other = await connected(lark, alice);
		const end = lark.sandbox.intercept(({ path }) => {
			if (!path.endsWith('/oauth/token')) return undefined;
			lark.store.save(TYPE, other);
			return { status: 400, body: { code: 20073, error: 'invalid_grant' } };
		});
		const { error } = await sendAsUser();
		end();
		expect(error).toBeUndefined();
	});

	it('does not refresh repeatedly for an API that accepts no person', async () => {
		const path = '/open-apis/bot/v3/info';
		const request = {
			...AS_USER,
			resource: 'apiRequest',
			operation: 'request',
			method: 'GET',
			path,
		};
		const { items: out } = await lark.run(request, {
			items: items({}, {}, {}),
			continueOnFail: true,
		});
		expect(out.map(({ json }) => String(json.details))).toEqual(
			Array(3).fill(expect.stringContaining('99991668')),
		);
		expect(calls().filter(([endpoint]) => endpoint === 'authen.v2.oauth.token')).toHaveLength(1);
	});

	describe('reports what to do when', () => {
		const failure = async () => {
			const { error } = await sendAsUser();
			return `${error?.message}\n${(error as { description?: string }).description}`;
		};

		it('nobody has agreed yet', async () => {
			lark.store = new CredentialStore({ [TYPE]: lark.oauthCredential });
			expect(await failure()).toMatch(/not connected to a person yet\n.*press Connect/);
		});

		it('the app may not refresh', async () => {
			lark.sandbox.app.refreshesUserTokens = false;
			expire();
			expect(await failure()).toMatch(
				/^n8n cannot renew.*not allowed to refresh token\n.*Turn on the refresh.*20074/,
			);
		});

		it('there is no refresh token', async () => {
			lark.store = new CredentialStore({
				[TYPE]: await connected(lark, bob, 'im:message im:message.send_as_user'),
			});
			expire();
			expect(await failure()).toMatch(/nothing to renew it with\n.*offline_access/);
		});

		it('the refresh token has expired', async () => {
			now += 8 * 24 * 60 * 60 * 1_000;
			expect(await failure()).toMatch(/no longer lets n8n act as this person\n.*Connect/);
		});

		it('a scope is missing', async () => {
			lark.store = new CredentialStore({ [TYPE]: await connected(lark, carol, 'offline_access') });
			lark.sandbox.requests.length = 0;
			expect(await failure()).toMatch(/99991679/);
		});
	});

	it('refuses operations that a person cannot call before anything is sent', async () => {
		const phone = await lark.run({ ...AS_USER, ...send, receiver: byAddress('+15550100200') });
		expect(phone.error?.message).toMatch(/by phone number as User/);
		const search = { resource: 'user', operation: 'search', authentication: 'bot', name: 'a' };
		lark.reset();
		expect((await lark.run(search)).error?.message).toMatch(/works only as User/);
		expect(lark.sandbox.requests).toEqual([]);
	});

	describe('uploads', () => {
		const upload = async () =>
			await lark.run(
				{ ...AS_USER, ...send, msgType: 'file', receiver: byAddress(group.chatId) },
				{
					items: [
						await itemWithFile(Buffer.from('a'), { fileName: 'a.txt', mimeType: 'text/plain' }),
					],
				},
			);

		it('send a file as the person', async () => {
			const { items, error } = await upload();
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({ msg_type: 'file', sender: { sender_type: 'user' } });
		});

		it('that Lark does not take from people yet say so, and what to do', async () => {
			const heal = lark.sandbox.refuse({ api: 'im.v1.file.create', code: 99991668 });
			const { error } = await upload();
			heal();
			expect(error?.message).toMatch(/^Lark takes no files from people in this company yet/);
			expect(error).toMatchObject({ description: expect.stringMatching(/Set Act As to Bot/) });
		});
	});

	it("removes the person's own reaction", async () => {
		const { messageId } = lark.sandbox.say({ from: alice, chat: group.chatId, text: 'Hi' });
		const reaction = { ...AS_USER, resource: 'reaction', messageId, emoji: byId('OK') };
		await lark.run({ ...reaction, operation: 'add' });
		const { error } = await lark.run({ ...reaction, operation: 'remove', removeBy: 'emoji' });
		expect(error).toBeUndefined();
		expect(lark.sandbox.world.message(messageId)?.reactions).toEqual([]);
	});

	it('lists in the pickers what the person can see', async () => {
		const found = await runPicker(lark);
		expect(found).toContain('Leadership');
	});
});

/** Alice is in a group without the bot: only her own list has it. */
async function runPicker({ store }: LarkNode): Promise<string[]> {
	const { results } = await listSearch({
		type: 'n8n-nodes-lark-im.lark',
		parameters: { resource: 'chat', operation: 'get', authentication: 'user' },
		credentials: store,
		method: 'searchChats',
	});
	return results.map(({ name }) => name);
}
