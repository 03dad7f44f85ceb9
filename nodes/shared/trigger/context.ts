import type { ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { LarkClient } from '../transport/client';
import { openClient } from '../transport/openClients';

/** The n8n contexts in which events arrive. */
export type EventContext = IWebhookFunctions | ITriggerFunctions;

/** One trigger, by which memories are kept: workflows do not share one, nor do a workflow and its test runs. */
export function triggerKey(context: Pick<EventContext, 'getMode' | 'getWorkflow' | 'getNode'>) {
	const kind = context.getMode() === 'manual' ? 'test' : 'production';
	return [kind, context.getWorkflow().id, context.getNode().id].join(':');
}

/**
 * Puts off reading the credential until something has to be asked, and reads it once: what is
 * remembered costs nothing.
 */
export function lazyClient(context: EventContext): () => Promise<LarkClient> {
	let client: Promise<LarkClient> | undefined;
	return async () => await (client ??= openClient(context, 'bot'));
}
