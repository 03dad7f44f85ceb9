import type {
	IExecuteFunctions,
	INodeExecutionData,
	ITriggerFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { emitOnce, executionKey } from '../shared/trigger/emitOnce';
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
	if (runsHere === false || context.getMode() === 'manual') return undefined;
	return items.some(({ binary }) => binary) ? undefined : liveContext(webhookIdOf(context));
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
