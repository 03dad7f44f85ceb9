import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { QuestionState } from '../../../nodes/shared/decision/question';
import {
	keepAnswers,
	keepQuestion,
	readAgain,
	takeWaitingAgain,
	waitForMore,
	waitingQuestion,
} from '../../../nodes/shared/decision/waitingState';
import { findStored } from '../../../nodes/shared/decision/storedExecution';

const NAME = 'Ask';
const state = {
	question: { id: 'q', expiresAt: 5, asked: { type: 'freeText' } },
	answers: [],
} as unknown as QuestionState;
const answer = { operator: { open_id: 'ou_1', name: 'Alice' }, values: {}, at: 1 };
const input = [[{ json: { n: 1 } }]];

/** An execution as n8n stores it, with a node that waits. */
const stored = () => ({
	contextData: {} as Record<string, object>,
	nodeExecutionStack: [{ node: { name: NAME, disabled: true }, data: { main: input } }],
});

/** A webhook that has loaded an execution, and what is stored of it by now. */
const webhook = (executionData: unknown, executionId = '1', now?: unknown) =>
	({
		runExecutionData: { executionData },
		additionalData: {
			getRunExecutionData: async (id: string) =>
				id === executionId && now ? { executionData: now } : undefined,
		},
		getNode: () => ({ name: NAME }),
		getExecutionId: () => executionId,
	}) as unknown as IWebhookFunctions;

const run = (executionData: ReturnType<typeof stored>, executionId = '1') =>
	({
		getContext: () => (executionData.contextData[`node:${NAME}`] ??= {}),
		getExecutionId: () => executionId,
	}) as unknown as IExecuteFunctions;

describe('a question that waits in the data of an execution', () => {
	it('is found by the webhook, with the answers that have been counted', () => {
		const execution = stored();
		keepQuestion(run(execution), state);
		expect(waitingQuestion(webhook(execution))).toEqual(state);

		expect(waitForMore(webhook(execution), [answer], 0)).toBe(input);
		expect(execution.nodeExecutionStack[0].node.disabled).toBe(false);
		expect(waitingQuestion(webhook(execution))).toBe('busy');

		expect(takeWaitingAgain(run(execution))).toMatchObject({ expiresAt: 5 });
		expect(waitingQuestion(webhook(execution))).toEqual({ ...state, answers: [answer] });
	});

	it('lets the node run again once only, as a loop would', () => {
		const execution = stored();
		keepQuestion(run(execution), state);
		waitForMore(webhook(execution), [answer], 0);
		expect(takeWaitingAgain(run(execution))).toBeDefined();
		expect(takeWaitingAgain(run(execution))).toBeUndefined();
	});

	it('is asked again by a retry, which is another execution', () => {
		const execution = stored();
		keepQuestion(run(execution), state);
		waitForMore(webhook(execution), [answer], 0);
		expect(takeWaitingAgain(run(execution, '2'))).toBeUndefined();
		expect(waitingQuestion(webhook(execution))).toMatchObject({ question: { id: 'q' } });
	});

	it('holds on in a process that has not counted the answer, the longer the slower its data are read', () => {
		const execution = stored();
		const kept = { question: state, again: '77', hold: 900 };
		execution.contextData[`node:${NAME}`] = kept;
		expect(takeWaitingAgain(run(execution, '77'))).toEqual({ expiresAt: 5, hold: 900 });

		const slow = stored();
		keepQuestion(run(slow, '78'), state);
		waitForMore(webhook(slow, '78'), [answer], 400);
		expect(slow.contextData[`node:${NAME}`]).toMatchObject({ hold: 2_100 });
		expect(takeWaitingAgain(run(slow, '78'))).toEqual({ expiresAt: 5, hold: 0 });
	});

	describe('when other answers may have been stored since it was loaded', () => {
		const asked = () => {
			const execution = stored();
			keepQuestion(run(execution), state);
			return execution;
		};
		const answered = () => {
			const execution = asked();
			keepAnswers(webhook(execution), [answer]);
			return execution;
		};
		const counting = () => {
			const execution = asked();
			waitForMore(webhook(execution), [answer], 0);
			return execution;
		};
		const another = () => {
			const execution = asked();
			const question = { ...state.question, id: 'another' };
			keepQuestion(run(execution), { ...state, question });
			return execution;
		};

		it.each([
			['nothing was', asked()],
			['it cannot be read', undefined],
		])('is answered if %s', async (_what, now) => {
			expect(await readAgain(webhook(asked(), '1', now))).toEqual(expect.any(Number));
		});

		it.each([
			['somebody has answered', answered()],
			['an answer is being counted', counting()],
			['the node asks another question', another()],
		])('is not answered if %s', async (_what, now) => {
			expect(await readAgain(webhook(asked(), '1', now))).toBeUndefined();
		});
	});

	it('is found with its answers in any process, also after others in a loop', async () => {
		const execution = stored();
		keepQuestion(run(execution), state);
		keepAnswers(webhook(execution), [answer]);
		const find = async (id: string) => await findStored(webhook({}, '1', execution), '1', id);
		expect(await find('q')).toEqual({ state: { ...state, answers: [answer] } });

		for (let turn = 0; turn < 150; turn++) {
			const question = { ...state.question, id: `q${turn}` };
			keepQuestion(run(execution), { ...state, question, answers: turn > 0 ? [answer] : [] });
		}
		expect(await find('q149')).toMatchObject({ state: { question: { id: 'q149' } } });
		expect(await find('q148')).toEqual({ before: { id: 'q148', name: 'Alice' } });
		expect(await find('q')).toBeUndefined();
		expect(await find('unknown')).toBeUndefined();
		expect(await findStored(webhook({}, '1', execution), '2', 'q149')).toBeUndefined();
		expect(await findStored({}, '1', 'q149')).toBeUndefined();
	});

	it.each([
		['nothing', undefined],
		['no stack', { contextData: { [`node:${NAME}`]: { question: state } } }],
		['an empty stack', { ...stored(), nodeExecutionStack: [] }],
		['another node that waits', { ...stored(), nodeExecutionStack: [{ node: { name: 'X' } }] }],
	])('changes nothing when the execution has %s', (_what, executionData) => {
		const before = JSON.stringify(executionData);
		expect(() => waitForMore(webhook(executionData), [answer], 0)).toThrow('unknown way');
		expect(JSON.stringify(executionData)).toBe(before);
	});
});
