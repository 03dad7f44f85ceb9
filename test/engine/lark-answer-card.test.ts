import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startNode } from '../../harness/engine/start-node';
import { openLarkNode, waitingTrigger, type LarkNode } from './lark-node';

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
	) =>
		await lark.run(
			{ resource: 'message', operation: 'answerCard', ...parameters } as INodeParameters,
			{ startedBy, onResponse: (response) => responses.push(response) },
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
