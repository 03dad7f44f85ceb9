import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Chat } from '../../sandbox';
import type { NodeGiven } from './harness';
import { byAddress, items, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: messages', () => {
	let lark: LarkNode;
	let group: Chat;

	beforeAll(async () => {
		lark = await openLarkNode();
		group = lark.sandbox.world.chats.find(({ name }) => name === 'Incident Response')!;
	});
	beforeEach(() => {
		lark.reset();
		group.messages.length = 0;
	});
	afterAll(async () => await lark.sandbox.close());

	const sendTo = async (value: string, given: Partial<NodeGiven> = {}, text = 'Hello') =>
		await lark.run(
			{ resource: 'message', operation: 'send', receiver: byAddress(value), text },
			given,
		);
	const tokenRequests = () =>
		lark.sandbox.requests.filter(({ path }) => path.includes('tenant_access_token'));
	const textOf = (item?: INodeExecutionData) =>
		JSON.parse((item?.json.body as { content: string }).content) as IDataObject;

	describe('Send', () => {
		it('sends a text to a chat and gives the message as Lark describes it', async () => {
			const { items: output, error } = await sendTo(group.chatId);
			expect(error).toBeUndefined();
			expect(output).toHaveLength(1);
			expect(output[0].json).toMatchObject({
				message_id: expect.stringMatching(/^om_/),
				chat_id: group.chatId,
				msg_type: 'text',
				sender: { id: lark.sandbox.app.appId, id_type: 'app_id' },
			});
			expect(textOf(output[0])).toEqual({ text: 'Hello' });
			expect(group.messages).toHaveLength(1);
		});

		it('recognises every kind of receiver', async () => {
			const { world, openIdOf } = lark.sandbox;
			const [person] = world.users;
			const receivers = [openIdOf(person), person.unionId, person.userId, person.email];
			const chats = new Set<unknown>();
			for (const receiver of receivers) {
				const { items: output, error } = await sendTo(receiver);
				expect(error).toBeUndefined();
				chats.add(output[0].json.chat_id);
			}
			expect(chats.size).toBe(1);
		});

		it('runs for every item, with expressions, in order and paired', async () => {
			const { items: output } = await sendTo(
				group.chatId,
				{ items: items({ n: 1 }, { n: 2 }, { n: 3 }) },
				'=Alert {{ $json.n }}',
			);
			expect(output.map(textOf)).toEqual([1, 2, 3].map((n) => ({ text: `Alert ${n}` })));
			expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
				[0, 1, 2].map((item) => ({ item })),
			);
		});

		it('reads the credential once and fetches one token, whatever the number of items', async () => {
			await sendTo(group.chatId, { items: items(...Array<IDataObject>(20).fill({})) });
			expect(group.messages).toHaveLength(20);
			expect(tokenRequests()).toHaveLength(1);
			expect(lark.store.reads).toBe(1);
			await sendTo(group.chatId);
			expect(tokenRequests()).toHaveLength(1);
		});

		it('sends once per item when a try fails and n8n runs the node again', async () => {
			let failures = 0;
			const heal = lark.sandbox.intercept(({ path, body }) =>
				path.endsWith('/messages') && JSON.stringify(body).includes('third') && failures++ < 1
					? { status: 502, body: '<html>Bad gateway</html>' }
					: undefined,
			);
			const { items: output, error } = await sendTo(
				group.chatId,
				{ items: items({ t: 'first' }, { t: 'second' }, { t: 'third' }), retryOnFail: true },
				'={{ $json.t }}',
			);
			heal();
			expect(error).toBeUndefined();
			expect(output).toHaveLength(3);
			expect(failures).toBe(2);
			expect(group.messages.map(({ content }) => content)).toEqual(
				['first', 'second', 'third'].map((text) => JSON.stringify({ text })),
			);
		});

		it('sends equal items each, and sends again in the next execution', async () => {
			await sendTo(group.chatId, { items: items({}, {}) });
			await sendTo(group.chatId, { items: items({}) });
			expect(group.messages).toHaveLength(3);
		});
	});

	describe('Reply', () => {
		const reply = async (messageId: string, options: IDataObject = {}) =>
			await lark.run({
				resource: 'message',
				operation: 'reply',
				messageId,
				text: 'On it',
				options,
			} as INodeParameters);

		it('answers the message', async () => {
			const { items: sent } = await sendTo(group.chatId);
			const { items: output, error } = await reply(String(sent[0].json.message_id));
			expect(error).toBeUndefined();
			expect(output[0].json).toMatchObject({
				parent_id: sent[0].json.message_id,
				root_id: sent[0].json.message_id,
			});
			expect(output[0].json.thread_id).toBeFalsy();
		});

		it('answers in a thread when asked to', async () => {
			const { items: sent } = await sendTo(group.chatId);
			const { items: output } = await reply(String(sent[0].json.message_id), {
				reply_in_thread: true,
			});
			expect(output[0].json.thread_id).toMatch(/^omt_/);
		});
	});

	describe('errors', () => {
		it.each([
			['a text that is empty', '={{ $json.missing }}', /Text is empty/],
			['a text that is an object', '={{ { a: 1 } }}', /Text is an object/],
			['a receiver of another kind', 'om_1', /Send To.*message ID/],
		])('%s is refused before anything is sent', async (_case, value, message) => {
			const { error } = value.startsWith('=')
				? await sendTo(group.chatId, {}, value)
				: await sendTo(value);
			expect(error).toMatchObject({
				message: expect.stringMatching(message),
				description: expect.stringMatching(/\w/),
				context: { itemIndex: 0 },
			});
			expect(lark.sandbox.requests).toEqual([]);
		});

		it('are not raised for a number, which is a text', async () => {
			const { items: output } = await sendTo(group.chatId, {}, '={{ 42 }}');
			expect(textOf(output[0])).toEqual({ text: '42' });
		});

		it('say what happened, what to do, the code and the log ID', async () => {
			const foreign = lark.sandbox.world.chats.find(({ name }) => name === 'Leadership')!;
			const { error } = await sendTo(foreign.chatId, { items: items({}) });
			expect(error).toMatchObject({
				name: 'NodeApiError',
				message: 'The bot is not in this chat',
				description: expect.stringMatching(
					/Add the bot to the chat.*Lark code 230002, log ID [0-9A-Z]+/,
				),
				httpCode: '230002',
				context: { itemIndex: 0 },
			});
		});

		it('name the scope that is missing', async () => {
			lark.sandbox.app.scopes = ['im:chat:readonly'];
			const { error } = await sendTo(group.chatId);
			lark.sandbox.app.scopes = 'all';
			expect(error).toMatchObject({
				message: 'The app lacks a permission scope',
				description: expect.stringMatching(/im:message:send_as_bot.*Lark code 99991672/),
			});
		});

		it('say that the base URL of the credential is none', async () => {
			lark.store.save('larkApi', { ...lark.credential, baseUrl: 'open.larksuite.com' });
			const { error } = await sendTo(group.chatId);
			expect(error?.message).toMatch(/Base URL.*must start with https/);
		});

		it('become an item of their own with Continue On Fail', async () => {
			const { items: output, error } = await sendTo('={{ $json.to }}', {
				items: items({ to: group.chatId }, { to: 'oc_unknown' }, { to: group.chatId }),
				continueOnFail: true,
			});
			expect(error).toBeUndefined();
			expect(output).toHaveLength(3);
			expect(output[1]).toMatchObject({
				json: { error: expect.any(String), details: expect.stringContaining('Lark code') },
				pairedItem: { item: 1 },
			});
			expect(group.messages).toHaveLength(2);
		});

		it('go to the error output with the incoming item, when the node has one', async () => {
			const { outputs } = await sendTo('={{ $json.to }}', {
				items: items({ to: group.chatId }, { to: '' }),
				node: { onError: 'continueErrorOutput' },
			});
			expect(outputs[0]).toHaveLength(1);
			expect(outputs[1]).toHaveLength(1);
			expect(outputs[1][0].json).toMatchObject({ to: '', error: 'Send To is empty' });
		});

		it.each([
			['an HTML page', { status: 502, body: '<html>Bad gateway</html>' } as const, /HTTP 502/],
			['an empty answer', { status: 200, body: '' } as const, /HTTP 200/],
			['a broken connection', 'drop' as const, /the connection broke off/],
		])('%s gives a clear one', async (_case, fault, message) => {
			const heal = lark.sandbox.intercept(({ path }) =>
				path.endsWith('/messages') ? fault : undefined,
			);
			const { error } = await sendTo(group.chatId);
			heal();
			expect(error?.message).toMatch(message);
			expect(JSON.stringify(error)).not.toContain(lark.sandbox.app.appSecret);
			expect(JSON.stringify(error)).not.toMatch(/Bearer|t-[0-9a-zA-Z]{20}/);
		});
	});

	describe('the token', () => {
		it('is replaced when Lark revokes it, without a failed or repeated message', async () => {
			await sendTo(group.chatId);
			lark.sandbox.revokeTokens();
			const { error } = await sendTo(group.chatId, { items: items({}, {}, {}) });
			expect(error).toBeUndefined();
			expect(group.messages).toHaveLength(4);
			expect(tokenRequests()).toHaveLength(2);
		});

		it('of another app is never sent after the App ID has changed', async () => {
			await sendTo(group.chatId);
			const other = lark.sandbox.registerApp({ name: 'Other bot' });
			group.bots.push(other.appId);
			lark.store.save('larkApi', {
				...lark.store.data('larkApi'),
				appId: other.appId,
				appSecret: other.appSecret,
			});
			const { items: output, error } = await sendTo(group.chatId);
			group.bots.pop();
			expect(error).toBeUndefined();
			expect(output[0].json.sender).toMatchObject({ id: other.appId });
		});

		it('that has expired is not sent', async () => {
			await sendTo(group.chatId);
			lark.store.save('larkApi', { ...lark.store.data('larkApi'), expiresAt: Date.now() - 1 });
			lark.sandbox.revokeTokens();
			lark.sandbox.requests.length = 0;
			await sendTo(group.chatId);
			expect(lark.sandbox.requests.map(({ code }) => code)).toEqual([0, 0]);
		});
	});

	describe('the chat picker', () => {
		const search = async (filter?: string, paginationToken?: string) =>
			await lark.pick('searchChats', { filter, paginationToken });

		it('lists the chats of the bot by name', async () => {
			const { results } = await search();
			expect(results).toContainEqual({ name: 'Incident Response', value: group.chatId });
		});

		it('searches on the server', async () => {
			const { results } = await search('incident');
			expect(results.map(({ name }) => name)).toEqual(['Incident Response']);
			expect((await search('no such chat')).results).toEqual([]);
		});

		it('pages through more chats than fit on one page, each once', async () => {
			for (let n = 0; n < 120; n++) {
				lark.sandbox.world.addGroup({ name: `Project ${n}`, bots: [lark.sandbox.app.appId] });
			}
			const names: string[] = [];
			let paginationToken: string | undefined;
			do {
				const page = await search(undefined, paginationToken);
				names.push(...page.results.map(({ name }) => name));
				({ paginationToken } = page);
			} while (paginationToken);
			expect(names.filter((name) => /^Project/.test(name))).toHaveLength(120);
			expect(new Set(names).size).toBe(names.length);
		});
	});
});
