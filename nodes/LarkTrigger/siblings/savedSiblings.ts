import type { IWebhookFunctions } from 'n8n-workflow';

import { isLive } from './liveTriggers';

/**
 * Triggers that n8n did not know any more when they were sent an event. It counts only in a process that has
 * live triggers, since others are not told when such a trigger is published again.
 */
const ended = new Set<string>();

export function noteEnded(webhookId: string): void {
	ended.add(webhookId);
}

/**
 * The other triggers of the app as the static data of this one have them: for the time between the start
 * of n8n and that of its triggers, and for a process that only runs webhooks.
 *
 * @param own the webhook ID of this one
 * @returns webhook IDs
 */
export function readSaved(context: IWebhookFunctions, own: string): string[] {
	const { siblings } = context.getWorkflowStaticData('node');
	if (!Array.isArray(siblings)) return [];
	const isEnded = (id: string) => isLive(own) && ended.has(id);
	return siblings.filter((id): id is string => typeof id === 'string' && !isEnded(id));
}

/** Puts the other triggers of the app into the static data of this one, which n8n writes with its next event. */
export function saveSiblings(
	context: IWebhookFunctions,
	siblings: Array<{ webhookId?: string }>,
): void {
	const webhookIds = siblings.flatMap(({ webhookId }) => webhookId ?? []);
	const staticData = context.getWorkflowStaticData('node');
	if (webhookIds.length > 0 || staticData.siblings !== undefined) staticData.siblings = webhookIds;
}
