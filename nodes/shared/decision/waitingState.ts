import type { IExecuteFunctions, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';

import { RecentKeys } from '../push/recentKeys';
import type { Answer } from './decision';
import { outcomeOf } from './outcome';
import type { DecidedBefore, QuestionState } from './question';
import { keptIn, keptNow, storedBy, type Kept } from './storedExecution';

/*
 * When a webhook resumes an execution, n8n marks the node that waits as disabled, so that it passes `workflowData`
 * on; without the mark it runs again. n8n stores what the webhook has changed in the same transaction in which it
 * claims the execution: that succeeds if the execution waits, and of two webhooks at the same moment one gets it.
 *
 * n8n does not see that what a webhook has loaded is older than what is stored. A webhook of another process that
 * loads before an answer is stored, and claims after the execution waits again, would take the answer away, or
 * decide a second time what is decided. Therefore:
 *
 * - within a process, `Turns` let one click after the other begin;
 * - a webhook reads the answers again just before n8n claims the execution for it, and gives way if they are others;
 * - an execution that waits for more answers is held for `HOLD_MS` and more before it waits again.
 *
 * An answer is lost only if a process stands still for longer than that between its reading and its claim, which
 * follow each other, while another one takes an answer. n8n's database offers no way to exclude that.
 *
 * https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/webhooks/waiting-webhooks.ts `disableNode`
 * https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/webhooks/webhook-helpers.ts `prepareExecutionData`
 * https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/active-executions.ts `add`
 */

/** How long an execution stays claimed for a counted answer, in ms, with `READS` times as long as reading took. */
const HOLD_MS = 500;
const READS = 4;
const MAX_HOLD_MS = 5_000;

/** How many earlier questions of a node in a loop are remembered. */
const MAX_EARLIER = 100;

/** Executions for which an answer has been counted in this process, just now. */
const countedHere = new RecentKeys(60_000, 5_000);

const keptBy = (context: IExecuteFunctions): Kept => context.getContext('node');

/** What is left of a question when its node asks another one; nothing of one that nobody has decided. */
function decidedBefore({ question, answers }: QuestionState): DecidedBefore[] {
	const outcome = outcomeOf(question, answers);
	if (!outcome) return [];
	const { approved, decidedBy } = outcome;
	const { name } = decidedBy.operator;
	return [{ id: question.id, ...(approved !== undefined && { approved }), ...(name && { name }) }];
}

/** Keeps the question that this run of the node asks, in place of that of an earlier run. */
export function keepQuestion(context: IExecuteFunctions, state: QuestionState): void {
	const kept = keptBy(context);
	const before = kept.question ? decidedBefore(kept.question) : [];
	const earlier = [...(kept.earlier ?? []), ...before].slice(-MAX_EARLIER);
	if (earlier.length > 0) kept.earlier = earlier;
	kept.question = state;
	delete kept.again;
}

/**
 * Whether the node runs only to wait on, since an answer has been counted and others are missing. A node in a
 * loop runs again with the question of its last run, but without that.
 *
 * @returns until when to wait, once, and how long to hold on before; undefined when there is something to ask
 */
export function takeWaitingAgain(
	context: IExecuteFunctions,
): { expiresAt: number | undefined; hold: number } | undefined {
	const kept = keptBy(context);
	const executionId = context.getExecutionId();
	const { again, question, hold = 0 } = kept;
	delete kept.again;
	delete kept.hold;
	const isHere = countedHere.has(executionId, performance.now());
	if (again !== executionId || !question) return undefined;
	return { expiresAt: question.question.expiresAt, hold: isHere ? 0 : hold };
}

/** @returns `busy` while an answer is being counted */
const waitingIn = ({ again, question }: Kept = {}): QuestionState | 'busy' | undefined =>
	again === undefined ? question : 'busy';

/**
 * The question that waits where a webhook has been called.
 *
 * @returns `busy` while an answer to it is being counted; undefined when there is none
 */
export const waitingQuestion = (context: IWebhookFunctions): QuestionState | 'busy' | undefined =>
	waitingIn(keptIn(context));

/**
 * Whether what a webhook has loaded of its question is what is stored now. To be asked just before n8n claims
 * the execution.
 *
 * @returns how long reading has taken, in ms; undefined when other answers have been counted meanwhile
 */
export async function readAgain(context: IWebhookFunctions): Promise<number | undefined> {
	const startedAt = performance.now();
	const stored = await keptNow(context);
	const isSame = !stored || textOf(waitingIn(stored)) === textOf(waitingQuestion(context));
	return isSame ? performance.now() - startedAt : undefined;
}

/** Of a question nothing changes but the answers. */
const textOf = (waiting: QuestionState | 'busy' | undefined): string =>
	typeof waiting === 'object'
		? JSON.stringify([waiting.question.id, waiting.answers])
		: String(waiting);

/** Writes the answers into the execution that a webhook resumes. */
export function keepAnswers(context: IWebhookFunctions, answers: Answer[]): void {
	const kept = keptIn(context);
	if (kept?.question) kept.question = { ...kept.question, answers };
}

/**
 * Writes the answers into the stored execution, and lets the node run again only to wait for more.
 *
 * @param reading how long reading the answers has taken, in ms
 * @returns the `workflowData` for that: what came in, which goes on when the time to answer is over
 * @throws when this n8n stores an execution in another way; nothing has been changed then
 */
export function waitForMore(
	context: IWebhookFunctions,
	answers: Answer[],
	reading: number,
): INodeExecutionData[][] {
	const waiting = storedBy(context)?.nodeExecutionStack?.[0];
	const kept = keptIn(context);
	const input = waiting?.data?.main;
	if (!kept?.question || !Array.isArray(input) || waiting?.node?.name !== context.getNode().name) {
		throw new Error('this version of n8n stores a waiting execution in an unknown way');
	}
	keepAnswers(context, answers);
	kept.again = context.getExecutionId();
	kept.hold = Math.min(HOLD_MS + READS * reading, MAX_HOLD_MS);
	countedHere.add(kept.again, performance.now());
	waiting.node.disabled = false;
	return input;
}
