import type { ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import { LarkClient } from '../../transport/client';

/** The n8n contexts in which events arrive. */
export type EventContext = IWebhookFunctions | ITriggerFunctions;

/**
 * Puts off reading the credential until something has to be asked, and reads it once: what is
 * remembered costs nothing.
 */
export function lazyClient(context: EventContext): () => Promise<LarkClient> {
	let client: Promise<LarkClient> | undefined;
	return async () => await (client ??= LarkClient.open(context));
}
