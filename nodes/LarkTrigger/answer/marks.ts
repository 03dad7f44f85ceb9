import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

import { handedCardOf } from '../../shared/stream/handedCard';
import { watchCard } from '../../shared/stream/watchCard';

/** What the trigger's last chunk says when a person, or the time limit, has stopped the execution. */
export const STOPPED_MARK = 'stopped';

/** Whether a chunk comes from the trigger itself. */
export const isOfTrigger = ({ nodeId }: { nodeId: string }, context: IWebhookFunctions): boolean =>
	nodeId === context.getNode().id;

/**
 * Lets the trigger's chunks tell when its execution begins and how it ends: n8n does not end the response
 * of an execution that is stopped.
 *
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/active-executions.ts `stopExecution`
 */
export function markStreamed(context: IExecuteFunctions): void {
	if (!context.isStreaming()) return;
	context.sendChunk('begin', 0);
	const signal = context.getExecutionCancelSignal();
	const end = () => context.sendChunk('end', 0, signal?.aborted ? STOPPED_MARK : '');
	context.onExecutionCancellation(end);
	context.onExecutionFinish?.(end);
}

/** Watches the answer that a process for webhooks makes of this execution's chunks: it may be killed. */
export function watchStreamed(context: IExecuteFunctions): void {
	const card = handedCardOf(context.getInputData()[0]);
	if (card?.isStreamed && context.isStreaming()) watchCard(context, card);
}
