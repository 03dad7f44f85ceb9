import type { IHookFunctions } from 'n8n-workflow';

import { CALLBACK_WEBHOOK, EVENT_WEBHOOK } from '../answer/settings';
import { webhookOf } from '../request';

/** A live Lark Trigger: where it takes events and callbacks. */
export interface Sibling {
	eventUrl: string;
	callbackUrl: string;
	/** A test run gets events too, but nothing waits for it. */
	isTest: boolean;
}

const apps = new Map<string, Map<string, Sibling>>();

/** Called when a trigger goes live, also after a start of n8n. */
export function join(context: IHookFunctions, appId: string): void {
	leave(context);
	const eventUrl = context.getNodeWebhookUrl(EVENT_WEBHOOK);
	const callbackUrl = context.getNodeWebhookUrl(CALLBACK_WEBHOOK);
	if (!eventUrl || !callbackUrl) return;
	const siblings = apps.get(appId) ?? new Map<string, Sibling>();
	apps.set(appId, siblings);
	const isTest = context.getMode() === 'manual';
	siblings.set(webhookOf(context), { eventUrl, callbackUrl, isTest });
}

/** Called when a trigger ends, or its test run. */
export function leave(context: IHookFunctions): void {
	for (const siblings of apps.values()) siblings.delete(webhookOf(context));
}

/**
 * The live triggers of an app in this process, but for one. In queue mode the main process knows all
 * of them and a webhook process none.
 *
 * @param webhook the one left out, as `webhookOf` names it
 */
export function siblingsOf(appId: string, webhook: string): Sibling[] {
	return [...(apps.get(appId) ?? [])].flatMap(([key, sibling]) => (key === webhook ? [] : sibling));
}
