import type { ParameterSource } from '../../shared/trigger/settings';

/** The webhook for events; callbacks that come here are answered as well. */
export const EVENT_WEBHOOK = 'default';

/** The webhook that n8n lets wait for the workflow when a callback is to be answered by it. n8n has two names to offer. */
export const CALLBACK_WEBHOOK = 'setup';

/** Who answers a callback, as n8n calls it. */
export type RespondMode = 'onReceived' | 'lastNode' | 'responseNode';

/** @returns who answers callbacks; the trigger itself unless something else is chosen */
export function respondMode(source: ParameterSource): RespondMode {
	return source.getNodeParameter('callbackAnswer', 'onReceived') as RespondMode;
}
