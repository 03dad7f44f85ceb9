import {
	sleep,
	type IExecuteFunctions,
	type INodeExecutionData,
	type ITriggerFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';

import { emitOnce, executionKey } from '../shared/trigger/emitOnce';
import { reactUntil } from '../shared/trigger/receipt';
import { markStreamed, watchStreamed } from './answer/marks';
import { liveContext, webhookIdOf } from './siblings/liveTriggers';

/** Whether n8n runs executions in this process; unknown until one has started. */
let runsHere: boolean | undefined;

/**
 * Passes the items of the trigger on, as its node in an execution. An execution of `emit` thereby tells that
 * it is stored: n8n stores it before the first node runs.
 */
export async function startOfExecution(
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	if (context.getMode() === 'trigger') {
		runsHere = true;
		await context.sendResponse({ body: {}, headers: {}, statusCode: 200 });
	}
	markStreamed(context);
	watchStreamed(context);
	if (context.onExecutionFinish) {
		reactUntil(
			context,
			context.getInputData(),
			new Promise<void>((resolve) => context.onExecutionFinish?.(resolve)),
		);
	}
	return [context.getInputData()];
}

/**
 * The context in which an execution can be started with a deduplication key, which keeps an event from
 * starting two, even if n8n is killed between storing it and writing that down. There is none in a process
 * that only runs webhooks, and for a test. With queue mode an execution starts when a worker takes it, which
 * is too late to acknowledge an event; and n8n files the binary data of webhooks alone.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/execution-lifecycle/restore-binary-data-id.ts
 */
export function emittingContext(
	context: IWebhookFunctions,
	items: INodeExecutionData[],
): ITriggerFunctions | undefined {
	const hasBinary = items.some(({ binary }) => binary);
	return canEmit(context) && !hasBinary ? liveContext(webhookIdOf(context)) : undefined;
}

/** Whether executions of a trigger can be started with `emit` in this process. */
export const canEmit = (context: IWebhookFunctions): boolean =>
	runsHere !== false &&
	context.getMode() !== 'manual' &&
	liveContext(webhookIdOf(context)) !== undefined;

/** How long after its start n8n may start its triggers, in ms: it takes webhooks before it has. */
const STARTING_MS = 120_000;

/** How long an event waits for its trigger, in ms. */
const START_WAIT_MS = 2_000;
const START_STEP_MS = 50;

/**
 * Waits for the start of a trigger, in a process that has started its executions with `emit` before: only so
 * it is known after a restart what had been stored.
 *
 * @returns whether the event can be handled now
 */
export async function isStarted(context: IWebhookFunctions): Promise<boolean> {
	const webhookId = webhookIdOf(context);
	const { emits } = context.getWorkflowStaticData('node');
	if (emits !== true || context.getMode() === 'manual') return true;
	const until = performance.now() + START_WAIT_MS;
	while (!liveContext(webhookId) && performance.now() < STARTING_MS) {
		if (performance.now() >= until) return false;
		await sleep(START_STEP_MS);
	}
	return true;
}

/** Notes whether executions of a trigger start with `emit` where its events come. */
export function noteEmits(context: IWebhookFunctions, emits: boolean): void {
	const staticData = context.getWorkflowStaticData('node');
	if (emits) staticData.emits = true;
	else delete staticData.emits;
}

/**
 * Starts one execution for events.
 *
 * @throws when n8n could not store it
 */
export async function startOnce(
	context: ITriggerFunctions,
	items: INodeExecutionData[],
	eventKeys: string[],
): Promise<void> {
	const hasResponded = await emitOnce(context, items, executionKey(context, eventKeys));
	if (hasResponded) runsHere ??= false;
}
