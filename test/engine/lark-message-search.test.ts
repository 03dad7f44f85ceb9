import type { INodeParameters } from 'n8n-workflow';

import type { Chat, Message, User } from '../../sandbox';
import { connected } from '../support/consent';
import { CredentialStore } from './harness';
import { byId, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: Message > Search', () => {
	let lark: LarkNode;
	let group: Chat;
	let leadership: Chat;
	let alice: User;
	let bob: User;

	beforeAll(async () => {
		lark = await openLarkNode();
		const { world } = lark.sandbox;
		[alice, bob] = world.users;
		group = world.chats[0];
		leadership = world.chats.find(({ name }) => name === 'Leadership')!;
		lark.store = new CredentialStore({ larkOAuth2Api: await connected(lark, alice) });
	});
	beforeEach(() => {
		lark.sandbox.requests.length = 0;
		for (const chat of lark.sandbox.world.chats) chat.messages.length = 0;
	});
	afterAll(async () => await lark.sandbox.close());

	const search = async (parameters: INodeParameters) =>
		await lark.run({
			resource: 'message',
			operation: 'search',
			authentication: 'user',
			...parameters,
		});
	const found = async (query: string, options: INodeParameters = {}) => {
		const { items, error } = await search({ query, options, returnAll: true });
		expect(error).toBeUndefined();
		return items.map(({ json }) => json.display_info);
	};
	const say = (text: string, from = alice, chat = group, mentionBot = false): Message =>
		lark.sandbox.say({ from, chat: chat.chatId, text, mentionBot });
	const refusal = async (parameters: INodeParameters) => {
		const { error } = await search(parameters);
		expect(lark.sandbox.requests).toEqual([]);
		return error?.message;
	};

	it('finds by words in every chat of the person, the newest first', async () => {
		say('The invoice of May').createTime -= 1_000;
		say('Another INVOICE', bob, leadership);
		say('Lunch?');
		expect(await found('invoice')).toEqual(['Another INVOICE', 'The invoice of May']);
		expect(await found('may invoice')).toEqual(['The invoice of May']);
	});

	describe('as Bot', () => {
		const asBot = async () =>
			await lark.run({
				resource: 'message',
				operation: 'search',
				query: 'invoice',
				authentication: 'bot',
			});
		let before: LarkNode['store'];

		beforeEach(() => {
			before = lark.store;
			lark.reset();
		});
		afterEach(() => {
			lark.store = before;
		});

		it('finds messages in the chats that the bot is in, and in no others', async () => {
			say('The invoice of May');
			say('Another INVOICE', bob, leadership);
			const { items, error } = await asBot();
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => json.display_info)).toEqual(['The invoice of May']);
		});

		it('says that Lark does not let bots search here yet', async () => {
			const heal = lark.sandbox.refuse({ api: 'im.v1.message.search', code: 99991663 });
			const { error } = await asBot();
			heal();
			expect(error?.message).toMatch(/^Lark does not search messages for bots in this company yet/);
			expect(error).toMatchObject({ description: expect.stringMatching(/Set Act As to User/) });
		});
	});

	it('returns ID, chat and sender of each message under the names of Lark', async () => {
		const { messageId } = say('The invoice', bob);
		const { items } = await search({ query: 'invoice' });
		expect(items[0].json).toMatchObject({
			id: messageId,
			meta_data: {
				message_id: messageId,
				type: 'text',
				chat_id: group.chatId,
				from_id: lark.sandbox.openIdOf(bob),
			},
		});
	});

	it('does not find messages that the person cannot see or that were recalled', async () => {
		const { chatId } = lark.sandbox.world.addGroup({ name: 'Secret', members: [bob.userId] });
		say('The invoice', bob, lark.sandbox.world.chat(chatId)!);
		lark.sandbox.world.recall(say('An invoice'));
		expect(await found('invoice')).toEqual([]);
	});

	it('reads all pages or stops at the limit', async () => {
		for (let i = 0; i < 120; i++) say(`Invoice ${i}`);
		expect(await found('invoice')).toHaveLength(120);
		expect(lark.sandbox.requests.map(({ query }) => query.page_size)).toEqual(['50', '50', '50']);
		const { items } = await search({ query: 'invoice', limit: 60 });
		expect(items).toHaveLength(60);
	});

	it('filters by chat, sender, time, mention, attachment and kinds', async () => {
		const { world, app } = lark.sandbox;
		say('a of Alice').createTime = Date.UTC(2026, 0, 1);
		say('a of Bob', bob);
		say('a in Leadership', bob, leadership);
		say('a with https://example.com');
		const sender = { type: 'app' as const, appId: app.appId };
		const content = JSON.stringify({ text: '@_user_1 a of the bot' });
		const mentions = [
			{ key: '@_user_1', who: { type: 'user' as const, userId: alice.userId }, name: alice.name },
		];
		const said = { chatId: group.chatId, msgType: 'text', content, sentContent: content };
		world.addMessage({ ...said, sender, mentions });
		const ofBot = ['@Alice Chen a of the bot'];

		const chats = { chat: [{ chatId: byId(leadership.chatId) }] };
		expect(await found('a', { chats })).toEqual(['a in Leadership']);
		const from_ids = lark.sandbox.openIdOf(bob);
		expect((await found('a', { from_ids })).sort()).toEqual(['a in Leadership', 'a of Bob']);
		expect(await found('a', { end_time: '2026-01-02T00:00:00' })).toEqual(['a of Alice']);
		expect(await found('', { is_at_me: true })).toEqual(ofBot);
		expect(await found('', { from_types: 'bot' })).toEqual(ofBot);
		const at_chatter_ids = alice.userId;
		expect(await found('a', { at_chatter_ids, user_id_type: 'user_id' })).toEqual(ofBot);
		expect(await found('a', { include_attachment_types: ['link'] })).toEqual([
			'a with https://example.com',
		]);
		expect(await found('a', { chat_type: 'p2p' })).toEqual([]);
	});

	it('refuses wrong filters before anything is sent', async () => {
		expect(await refusal({})).toMatch(/Query is empty/);
		const chats = (value: string) => ({ options: { chats: { chat: [{ chatId: byId(value) }] } } });
		expect(await refusal(chats('om_1'))).toMatch(/chat IDs start with oc_/);
		expect(await refusal(chats(''))).toMatch(/Chat is empty/);
		expect(await refusal({ options: { from_ids: 'oc_1' } })).toMatch(/Senders cannot have "oc_1"/);
		expect(await refusal({ options: { from_ids: 'ou_1', at_chatter_ids: 'on_1' } })).toMatch(
			/different kinds of ID/,
		);
	});

	it('reports the missing scope', async () => {
		const credential = await connected(lark, bob, 'offline_access im:message');
		lark.store = new CredentialStore({ larkOAuth2Api: credential });
		const { error } = await search({ query: 'a' });
		expect((error as { description?: string }).description).toMatch(/search:message/);
	});
});
