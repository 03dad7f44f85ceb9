import type { INodeExecutionData, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { LarkEvent } from './envelope';
import type { EventSettings } from './settings';

/** The n8n contexts in which events arrive. */
export type EventContext = IWebhookFunctions | ITriggerFunctions;

/** An event that starts the workflow, with what is known about it. */
export interface ChosenEvent {
	event: LarkEvent;
}

/**
 * Decides whether an event starts the workflow: chosen by type, and let through by the filters.
 * Never throws, and takes no longer than a second.
 *
 * @returns undefined for an event that is only acknowledged
 */
export async function choose(
	_context: EventContext,
	event: LarkEvent,
	settings: EventSettings,
): Promise<ChosenEvent | undefined> {
	return settings.events.has(event.type) ? { event } : undefined;
}

/**
 * Makes the items of a chosen event. Call it once per execution, after duplicates are out.
 * Never throws; what is optional (names, attachments) takes no longer than two seconds.
 *
 * @param now Unix time in ms
 */
export async function deliver(
	_context: EventContext,
	{ event }: ChosenEvent,
	_settings: EventSettings,
	_now: number,
): Promise<INodeExecutionData[]> {
	return [{ json: event.payload }];
}
