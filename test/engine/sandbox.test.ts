import { startLark, type Lark } from '../support/lark';
import { CredentialStore, listSearch, runNode } from './harness';

const LARK = 'n8n-nodes-lark-im.lark';

describe('the built Lark node against the sandbox', () => {
	let lark: Lark;
	let chatId: string;

	beforeAll(async () => {
		lark = await startLark();
		chatId = lark.sandbox.world.chats[0]?.chatId ?? '';
	});
	afterAll(async () => await lark.sandbox.close());

	const send = async (credentials: CredentialStore, value = chatId) =>
		await runNode({
			type: LARK,
			parameters: {
				resource: 'message',
				operation: 'send',
				receiver: { __rl: true, mode: 'id', value },
				text: '=Hello {{ $json.name }}',
			},
			items: [{ json: { name: 'Ada' } }, { json: { name: 'Bob' } }],
			credentials,
		});

	it('sends one message for each item, reads the credential twice and keeps the token', async () => {
		const store = new CredentialStore({ larkApi: lark.credential });
		const { items, error } = await send(store);
		expect(error).toBeUndefined();
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		const said = lark.sandbox.world.chats[0]?.messages.map(({ content }) => content);
		expect(said).toEqual(['{"text":"Hello Ada"}', '{"text":"Hello Bob"}']);
		expect(store.data('larkApi').tenantAccessToken).toMatch(/^t-/);
		expect(store.reads).toBe(2);
	});

	it('fetches a new token when Lark no longer takes the old one', async () => {
		const store = new CredentialStore({ larkApi: lark.credential });
		await send(store);
		const before = store.data('larkApi').tenantAccessToken;
		lark.sandbox.revokeTokens();
		const { error } = await send(store);
		expect(error).toBeUndefined();
		expect(store.data('larkApi').tenantAccessToken).not.toBe(before);
	});

	it('returns an error that says what to do', async () => {
		const { error } = await send(new CredentialStore({ larkApi: lark.credential }), 'om_1');
		expect(error?.message).toMatch(/message ID/);
	});

	it('lists the chats of the bot in the picker', async () => {
		const { results } = await listSearch({
			type: LARK,
			parameters: {},
			credentials: { larkApi: lark.credential },
			method: 'searchChats',
			filter: 'Incident',
		});
		expect(results).toEqual([{ name: 'Incident Response', value: chatId }]);
	});
});
