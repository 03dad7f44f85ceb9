import type { ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { LarkClient } from '../transport/client';
import { openClient } from '../transport/openClients';

/** The n8n contexts in which events arrive. */
export type EventContext = IWebhookFunctions | ITriggerFunctions;

/** Any n8n context that has the node's parameters: a webhook, a trigger, or its activation. */
export interface ParameterSource {
	getNodeParameter(name: string, fallback?: unknown): unknown;
}

/** What an event is handled with, from its arrival to the items of its execution. */
export interface DeliveryContext {
	context: EventContext;
	client: () => Promise<LarkClient>;
	/** ID of the app that got the event. */
	appId: string;
	/** Until when the item may be completed by further requests, by `performance.now()`. */
	deadline: number;
}

/**
 * Identifies a trigger: what is remembered for one is not seen by others, nor by its own test runs.
 *
 * @param isTest where n8n's mode does not tell
 */
export function triggerKey(
	context: Pick<EventContext, 'getMode' | 'getWorkflow' | 'getNode'>,
	isTest = context.getMode() === 'manual',
): string {
	const kind = isTest ? 'test' : 'production';
	return [kind, context.getWorkflow().id, context.getNode().id].join(':');
}

/** Opens a client at the first call and gives the same one at the next, so that n8n reads the credential once. */
export function lazyClient(context: EventContext): () => Promise<LarkClient> {
	let client: Promise<LarkClient> | undefined;
	return async () => await (client ??= openClient(context, 'bot'));
}
