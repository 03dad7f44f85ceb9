import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startNode } from '../../harness/engine/start-node';
import { byAddress, openLarkNode, waitingTrigger, type LarkNode } from './lark-node';

describe('Lark node: Answer Card', () => {
	let lark: LarkNode;
	let responses: unknown[];

	beforeAll(async () => (lark = await openLarkNode()));
	beforeEach(() => {
		responses = [];
		lark.reset();
	});
	afterAll(async () => await lark.sandbox.close());

	const answer = async (
		parameters: IDataObject,
		startedBy: ReturnType<typeof waitingTrigger> = waitingTrigger(),
		callback: IDataObject = {},
	) =>
		await lark.run(
			{ resource: 'message', operation: 'answerCard', ...parameters } as INodeParameters,
			{
				startedBy,
				onResponse: (response) => responses.push(response),
				items: [{ json: callback }],
			},
		);
	const json = (card: object) => ({ cardSource: 'json', cardJson: JSON.stringify(card) });

	it('answers with a toast and a card from the form, without asking Lark for anything', async () => {
		const { items, error } = await answer({
			toastText: 'Approved',
			cardTitle: 'Approved',
			cardBody: '| a |\n|---|\n| 1 |',
		});
		expect(error).toBeUndefined();
		const expected = {
			toast: { type: 'success', content: 'Approved' },
			card: {
				type: 'raw',
				data: expect.objectContaining({
					schema: '2.0',
					body: { elements: [{ tag: 'markdown', content: '| a |\n| --- |\n| 1 |' }] },
				}),
			},
		};
		expect(responses).toEqual([{ body: expected, headers: {}, statusCode: 200 }]);
		expect(items.map((item) => item.json)).toEqual([expected]);
		expect(lark.sandbox.requests).toEqual([]);
	});

	it.each([
		[
			'a toast alone',
			{ toastText: 'No', toastType: 'warning', replaceCard: false },
			{ toast: { type: 'warning', content: 'No' } },
		],
		['nothing', { replaceCard: false }, {}],
		[
			'a template',
			{ cardSource: 'template', templateId: 'AAq1' },
			{ card: { type: 'template', data: { template_id: 'AAq1' } } },
		],
	])('can answer with %s', async (_case, parameters, expected) => {
		await answer(parameters);
		expect(responses).toMatchObject([{ body: expected }]);
	});

	describe('when the trigger tells until when it waits', () => {
		const APPROVED = { toastText: 'Approved', cardTitle: 'Approved' };
		const toastLost = 'The toast was not shown: Lark waits 3 seconds for it.';

		/** The item of a press on a card, which the trigger answers so many ms from now. */
		async function pressed(ms: number, more: IDataObject = {}) {
			const { world } = lark.sandbox;
			const [alice] = world.users;
			const receiver = byAddress(world.chats[0].chatId);
			const card = { msgType: 'interactive', cardSource: 'form', cardTitle: 'Approve?' };
			const { items } = await lark.run({
				...{ resource: 'message', operation: 'send', receiver },
				...card,
			});
			const message = world.message(String(items[0].json.message_id))!;
			const { token } = world.cards.press(message, alice.userId);
			const operator = { open_id: lark.sandbox.openIdOf(alice) };
			lark.sandbox.requests.length = 0;
			const answer_by = new Date(Date.now() + ms).toISOString();
			return { message, callback: { token, operator, answer_by, ...more } };
		}
		const asked = () => lark.sandbox.requests.filter(({ path }) => path.endsWith('/card/update'));

		it('says that the answer is in time', async () => {
			const { callback } = await pressed(60_000);
			const { items } = await answer(APPROVED, waitingTrigger(), callback);
			expect(responses).toMatchObject([{ body: { toast: { content: 'Approved' } } }]);
			expect(items[0].json).toMatchObject({ toast: { content: 'Approved' }, in_time: true });
			expect(asked()).toEqual([]);
		});

		it.each([
			['is over', -60_000],
			['is nearly over, so that the answer would not get through', 100],
		])('replaces the card by its token when that time %s', async (_case, ms) => {
			const { callback, message } = await pressed(ms);
			const { items, error, run } = await answer(APPROVED, waitingTrigger(), callback);
			expect(error).toBeUndefined();
			expect(responses).toEqual([]);
			expect(items[0].json).toMatchObject({
				in_time: false,
				card_updated: true,
				warnings: [toastLost],
			});
			expect(message.sentContent).toContain('"content":"Approved"');
			// Lark undoes an update that comes before the answer of the trigger.
			expect(Date.now()).toBeGreaterThan(Date.parse(callback.answer_by));
			const [{ hints }] = run.data.resultData.runData['Node under test'];
			expect(hints).toMatchObject([{ message: expect.stringContaining('came too late') }]);
		});

		it('replaces the card of one person for that person', async () => {
			const card = { config: { update_multi: false }, elements: [{ tag: 'hr' }] };
			const { callback } = await pressed(-60_000);
			const { items } = await answer(json(card), waitingTrigger(), callback);
			expect(items[0].json).toMatchObject({ in_time: false, card_updated: true });
			expect(asked()).toMatchObject([
				{ body: { card: { open_ids: [callback.operator.open_id] } } },
			]);
		});

		it.each([
			['a toast alone', { toastText: 'Hi', replaceCard: false }, {}, [toastLost]],
			['nothing', { replaceCard: false }, {}, undefined],
			[
				'a card whose token is too old',
				{ cardTitle: 'Hi' },
				{ answer_by: '2026-01-01T00:00:00.000Z' },
				[expect.stringContaining('30 minutes')],
			],
			[
				'a card without a token',
				{ cardTitle: 'Hi' },
				{ token: undefined },
				[expect.stringContaining('no token')],
			],
		])('asks Lark for nothing for %s', async (_case, parameters, more, warnings) => {
			const { callback } = await pressed(-60_000, more);
			const { items, error } = await answer(parameters, waitingTrigger(), callback);
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({ in_time: false, card_updated: false });
			expect(items[0].json.warnings).toEqual(warnings);
			expect([responses, asked()]).toEqual([[], []]);
		});

		it('goes on when Lark does not take the card, and says why', async () => {
			const { callback } = await pressed(-60_000, { token: 'c-unknown' });
			const { items, error } = await answer({ cardTitle: 'Hi' }, waitingTrigger(), callback);
			expect(error).toBeUndefined();
			expect(items[0].json).toMatchObject({
				in_time: false,
				card_updated: false,
				warnings: [expect.stringMatching(/^The card was not replaced: .*token/i)],
			});
		});
	});

	it('gives its output as the answer of a trigger that takes the last node', async () => {
		const { items } = await answer(
			{ toastText: 'Hi', replaceCard: false },
			waitingTrigger('lastNode'),
		);
		expect(items[0].json).toEqual({ toast: { type: 'success', content: 'Hi' } });
		expect(responses).toEqual([]);
	});

	it.each([
		['a trigger that has answered', waitingTrigger('onReceived'), /"Start" has answered already/],
		['no trigger of Lark', startNode(), /no Lark Trigger before it/],
	])('says what to do behind %s', async (_case, startedBy, message) => {
		const { error } = await answer({ cardTitle: 'Hi' }, startedBy as never);
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringContaining('Using Answer Card'),
		});
	});

	it('says how a toast alone is shown when there is no new card', async () => {
		const { error } = await answer({ toastText: 'Thanks' });
		expect(error).toMatchObject({
			message: 'The card is empty',
			description: expect.stringMatching(/Enter a Title.*switch off Replace Card/),
		});
	});

	it.each([
		[{ cardTitle: '' }, /The card is empty/],
		[{ toastText: '={{ [1] }}' }, /^Toast is a list/],
		[{ toastText: 'a', toastType: '={{ "loud" }}', replaceCard: false }, /^Toast Style/],
		[json({ type: 'card', data: { card_id: '1' } }), /card entity/],
	])('refuses %j and answers nothing', async (parameters, message) => {
		const { error } = await answer(parameters);
		expect(error?.message).toMatch(message);
		expect(responses).toEqual([]);
	});
});
