import type { IExecuteFunctions, INode, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';

import { RecentKeys } from '../push/recentKeys';
import type { Answer } from './decision';
import type { QuestionState } from './question';

/*
 * What is known here of the inside of n8n 2.41: an execution that waits is stored with `contextData`, where each
 * node has a place of its own, and with `nodeExecutionStack`, whose first entry is the node that waits. When a
 * webhook resumes the execution, n8n marks that node as disabled, so that it passes `workflowData` on; without
 * the mark it runs again. n8n stores what the webhook has changed in the same transaction in which it claims the
 * execution, and of two webhooks at the same moment one gets it.
 *
 * https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/webhooks/waiting-webhooks.ts `disableNode`
 * https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/webhooks/webhook-helpers.ts `prepareExecutionData`
 * https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/active-executions.ts `add`
 * https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/workflow/src/node-helpers.ts `getContext`
 */

/** What a node keeps with the execution. */
interface Kept {
	question?: QuestionState;
	/** ID of the execution in which the node runs once more only to wait on. A retry is another execution. */
	again?: string;
	/** How long it holds on before it waits, in ms. */
	hold?: number;
}

/**
 * How long an execution stays claimed for a counted answer, in ms, with `LOADS` times as long as its data took
 * to load. n8n does not see that what a webhook has loaded is older than what is stored: a webhook of another
 * process that loads before an answer is stored, and stores its own after the execution waits again, would
 * remove that answer. Within one process, `Turns` keep the clicks of an execution apart.
 */
const HOLD_MS = 500;
const LOADS = 4;
const MAX_HOLD_MS = 5_000;

/** Executions for which an answer has been counted in this process, just now. */
const countedHere = new RecentKeys(60_000, 5_000);

/** The stored execution, as a webhook has it at run time. */
interface StoredExecution {
	runExecutionData?: {
		executionData?: {
			contextData?: Record<string, Kept | undefined>;
			nodeExecutionStack?: Array<{ node?: INode; data?: { main?: INodeExecutionData[][] } }>;
		};
	} | null;
}

const keptBy = (context: IExecuteFunctions): Kept => context.getContext('node');

/** Keeps the question that this run of the node asks, in place of that of an earlier run. */
export function keepQuestion(context: IExecuteFunctions, state: QuestionState): void {
	const kept = keptBy(context);
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

const storedBy = (context: IWebhookFunctions) =>
	(context as unknown as StoredExecution).runExecutionData?.executionData;

const keptIn = (context: IWebhookFunctions): Kept | undefined =>
	storedBy(context)?.contextData?.[`node:${context.getNode().name}`];

/**
 * The question that waits where a webhook has been called.
 *
 * @returns `busy` while an answer to it is being counted; undefined when there is none
 */
export function waitingQuestion(context: IWebhookFunctions): QuestionState | 'busy' | undefined {
	const { again, question } = keptIn(context) ?? {};
	return again === undefined ? question : 'busy';
}

/**
 * Writes the answers into the stored execution, and lets the node run again only to wait for more.
 *
 * @param loading how long the data of the execution took to load, in ms
 * @returns the `workflowData` for that: what came in, which goes on when the time to answer is over
 * @throws when this n8n stores an execution in another way; nothing has been changed then
 */
export function waitForMore(
	context: IWebhookFunctions,
	answers: Answer[],
	loading: number,
): INodeExecutionData[][] {
	const waiting = storedBy(context)?.nodeExecutionStack?.[0];
	const kept = keptIn(context);
	const input = waiting?.data?.main;
	if (!kept?.question || !Array.isArray(input) || waiting?.node?.name !== context.getNode().name) {
		throw new Error('this version of n8n stores a waiting execution in an unknown way');
	}
	kept.question = { ...kept.question, answers };
	kept.again = context.getExecutionId();
	kept.hold = Math.min(HOLD_MS + LOADS * loading, MAX_HOLD_MS);
	countedHere.add(kept.again, performance.now());
	waiting.node.disabled = false;
	return input;
}
