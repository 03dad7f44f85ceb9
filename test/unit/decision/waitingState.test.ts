import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { QuestionState } from '../../../nodes/shared/decision/question';
import {
	keepQuestion,
	takeWaitingAgain,
	waitForMore,
	waitingQuestion,
} from '../../../nodes/shared/decision/waitingState';

const NAME = 'Ask';
const state = { question: { id: 'q', expiresAt: 5 }, answers: [] } as unknown as QuestionState;
const answer = { operator: { open_id: 'ou_1' }, values: {}, at: 1 };
const input = [[{ json: { n: 1 } }]];

/** An execution as n8n stores it, with a node that waits. */
const stored = () => ({
	contextData: {} as Record<string, object>,
	nodeExecutionStack: [{ node: { name: NAME, disabled: true }, data: { main: input } }],
});

const webhook = (executionData: unknown, executionId = '1') =>
	({
		runExecutionData: { executionData },
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

	it('holds on in a process that has not counted the answer, the longer the slower its data load', () => {
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
