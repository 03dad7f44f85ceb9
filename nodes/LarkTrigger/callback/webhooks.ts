import type { ParameterSource } from '../../shared/trigger/context';

/** Name of the webhook for events; callbacks that come here are answered as well. */
export const EVENT_WEBHOOK = 'default';

/**
 * Name of the webhook for callbacks, which n8n lets wait for the workflow when the workflow answers them.
 * n8n knows only two names: `WebhookType` in n8n-workflow.
 */
export const CALLBACK_WEBHOOK = 'setup';

/** The ends of the paths of both. */
export const PATHS = { [EVENT_WEBHOOK]: 'webhook', [CALLBACK_WEBHOOK]: 'callback' } as const;

/** Who answers a callback, as n8n calls it. */
export type RespondMode = 'onReceived' | 'lastNode' | 'responseNode';

/** @returns who answers callbacks; the trigger itself unless something else is chosen */
export function respondMode(source: ParameterSource): RespondMode {
	return source.getNodeParameter('callbackAnswer', 'onReceived') as RespondMode;
}
