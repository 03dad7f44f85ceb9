import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Interceptor } from '../../sandbox';
import type { NodeGiven } from './harness';
import { byAddress, items, openLarkNode, type LarkNode } from './lark-node';

describe('Lark node: retries', () => {
	let lark: LarkNode;
	let chats: string[];
	beforeAll(async () => {
		lark = await openLarkNode({ seed: { chats: 10 } });
		const { appId } = lark.sandbox.app;
		chats = lark.sandbox.world.chats
			.filter(({ bots }) => bots.includes(appId))
			.map(({ chatId }) => chatId);
	});
	afterAll(async () => await lark.sandbox.close());
	beforeEach(() => lark.reset());

	const QUICK = { pace: false, maxRetries: 3, maxRetryTime: 20 };
	const send = async (given: Partial<NodeGiven> = {}, more: INodeParameters = {}) =>
		await lark.run(
			{
				resource: 'message',
				operation: 'send',
				receiver: byAddress('={{ $json.chat }}'),
				text: '={{ $json.text }}',
				options: QUICK,
				...more,
			},
			given,
		);
	const messages = (count: number, places = chats) =>
		items(
			...Array.from({ length: count }, (_, i) => ({
				chat: places[i % places.length],
				text: `${expect.getState().currentTestName} ${i}`,
			})),
		);
	/** The item numbers that have arrived in the current test, by chat. */
	const arrived = () =>
		lark.sandbox.world.chats.map((chat) =>
			chat.messages
				.map(({ sentContent }) => (JSON.parse(sentContent) as { text?: string }).text ?? '')
				.filter((text) => text.startsWith(String(expect.getState().currentTestName)))
				.map((text) => Number(text.split(' ').at(-1))),
		);
	const arrivedSorted = () =>
		arrived()
			.flat()
			.sort((a, b) => a - b);
	const requestsTo = (end: string) =>
		lark.sandbox.requests.filter(({ path }) => path.endsWith(end));
	/** Replaces the response to the first requests to a path. */
	const first = (count: number, end: string, fault: ReturnType<Interceptor>) => {
		let left = count;
		return lark.sandbox.intercept(({ path }) =>
			path.endsWith(end) && left-- > 0 ? fault : undefined,
		);
	};
	const numbers = (count: number) => [...Array(count).keys()];

	it.each([
		['the answer is lost', 'lose' as const],
		['the connection breaks', 'drop' as const],
		['the server fails', { status: 502, body: '<html>' }],
		['the limit refuses', { status: 429, body: { code: 99991400, msg: 'limit' } }],
		['an old API says so', { status: 400, body: { code: 99991400, msg: 'limit' } }],
		['the receiver has had enough', { status: 400, body: { code: 230020, msg: 'limit' } }],
	])('a message arrives once when %s', async (_name, fault) => {
		const heal = first(1, '/messages', fault);
		const { items: output, error } = await send({ items: messages(3) });
		heal();
		expect(error).toBeUndefined();
		expect(output).toHaveLength(3);
		expect(arrivedSorted()).toEqual([0, 1, 2]);
	});

	it('does not repeat a call without a deduplication key when Lark may have carried it out', async () => {
		const batch = {
			resource: 'batchMessage',
			operation: 'send',
			text: 'Hello',
			users: lark.sandbox.openIdOf(lark.sandbox.world.users[0]),
			options: QUICK,
		};
		const heal = first(1, '/batch_send/', 'lose');
		const { error } = await lark.run(batch);
		heal();
		expect(error).toMatchObject({ description: expect.stringContaining('could do it twice') });
		expect(requestsTo('/batch_send/')).toHaveLength(1);
		const refuse = first(1, '/batch_send/', { status: 429, body: { code: 99991400 } });
		expect((await lark.run(batch)).error).toBeUndefined();
		refuse();
	});

	it('stops after the number of tries in the options and reports it', async () => {
		const heal = first(99, '/messages', { status: 503, body: '' });
		const { error } = await send({ items: messages(1) }, { options: { ...QUICK, maxRetries: 2 } });
		heal();
		expect(requestsTo('/messages')).toHaveLength(3);
		expect(error).toMatchObject({ description: expect.stringContaining('Tried 3 times') });
	});

	it('stops after the time in the options', async () => {
		const heal = first(99, '/messages', { status: 503, body: '' });
		const start = Date.now();
		await send({ items: messages(1) }, { options: { maxRetries: 20, maxRetryTime: 1 } });
		heal();
		expect(Date.now() - start).toBeLessThan(5_000);
	});

	it('fetches one new token for a revoked one and repeats only the requests under way', async () => {
		await send({ items: messages(1) });
		let seen = 0;
		const heal = lark.sandbox.intercept(({ path }) => {
			if (path.endsWith('/messages') && ++seen === 100) lark.sandbox.revokeTokens();
			return undefined;
		});
		lark.sandbox.requests.length = 0;
		const { error } = await send({ items: messages(300) });
		heal();
		expect(error).toBeUndefined();
		expect(requestsTo('/tenant_access_token/internal')).toHaveLength(1);
		expect(requestsTo('/messages').length).toBeLessThanOrEqual(300 + 64);
	});

	it('fetches one token for all first requests', async () => {
		await send({ items: messages(100) });
		expect(requestsTo('/tenant_access_token/internal')).toHaveLength(1);
		expect(lark.store.reads).toBeLessThanOrEqual(2);
	});

	it('keeps the order of each chat, and that of the items in the output', async () => {
		const all = messages(60, chats.slice(0, 3));
		// The first of each chat has to be sent again: the others must not overtake it.
		const heal = first(3, '/messages', { status: 502, body: '<html>' });
		const { items: output } = await send({ items: all });
		heal();
		for (const chat of arrived()) expect(chat).toEqual([...chat].sort((a, b) => a - b));
		expect(arrivedSorted()).toEqual(numbers(60));
		expect(output.map(({ json }) => json.chat_id)).toEqual(all.map(({ json }) => json.chat));
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
			numbers(60).map((item) => ({ item })),
		);
	});

	it('starts nothing more after a failure and reports which items were sent', async () => {
		const all = messages(200, chats.slice(0, 4));
		all[20].json.chat = 'oc_nobody';
		const { error } = await send({ items: all });
		const { items: ended } = (error as unknown as { context: IDataObject }).context as {
			items: { done: number[]; failed: number[]; notStarted: number[] };
		};
		expect(ended.failed).toEqual([20]);
		expect(ended.done.slice(0, 20)).toEqual(numbers(20));
		expect(arrivedSorted()).toEqual(ended.done);
		expect(ended.notStarted.length).toBeGreaterThan(50);
		expect(error).toMatchObject({
			description: expect.stringMatching(/Done: items 0 to .* Failed: 20\. Not started: /),
		});
	});

	it('sends all items before the one that is wrong, also where they wait for each other', async () => {
		const all = messages(20, chats.slice(0, 1));
		all[6].json.chat = 'nobody at all';
		const { error } = await send({ items: all });
		expect(error).toMatchObject({
			message: expect.stringContaining('nobody at all'),
			description: expect.stringContaining('Done: items 0 to 5. Failed: 6. Not started: 7 to 19.'),
			context: { itemIndex: 6 },
		});
		expect(arrivedSorted()).toEqual(numbers(6));
	});

	it('sends only the rest when n8n runs the node again', async () => {
		let seen = 0;
		const heal = lark.sandbox.intercept(({ path }) =>
			path.endsWith('/messages') && ++seen === 30
				? { status: 400, body: { code: 1, msg: 'no' } }
				: undefined,
		);
		const { error, items: output } = await send({ items: messages(100), retryOnFail: true });
		heal();
		expect(error).toBeUndefined();
		expect(output).toHaveLength(100);
		expect(arrivedSorted()).toEqual(numbers(100));
	});

	it('sends each of several equal items', async () => {
		const before = lark.sandbox.world.chats.flatMap((chat) => chat.messages).length;
		await send({ items: items(...numbers(5).map(() => ({ chat: chats[0], text: 'Same' }))) });
		expect(lark.sandbox.world.chats.flatMap((chat) => chat.messages).length - before).toBe(5);
	});

	it('reports which parts of a split message were sent', async () => {
		let seen = 0;
		const heal = lark.sandbox.intercept(({ path }) =>
			path.endsWith('/messages') && ++seen === 3
				? { status: 400, body: { code: 1, msg: 'no' } }
				: undefined,
		);
		const given = {
			items: items({ chat: chats[0], text: 'x'.repeat(500_000) }),
			continueOnFail: true,
		};
		const { items: output } = await send(given, { options: { split: true } });
		heal();
		expect(output[0].json).toMatchObject({ details: expect.stringContaining('Message 3 of') });
		expect(output[0].json.sent).toHaveLength(2);
	});
});
