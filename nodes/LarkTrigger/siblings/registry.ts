import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { CALLBACK_WEBHOOK, EVENT_WEBHOOK } from '../callback/webhooks';

/** A live Lark Trigger of the same app: where it takes events and callbacks. */
export interface Sibling {
	/** Tells triggers apart, and a trigger from its test run. */
	eventUrl: string;
	callbackUrl: string;
	/** A test run gets events too, but nothing waits for it. */
	isTest: boolean;
}

type TriggersByUrl = Map<string, Sibling>;

/** The live triggers of this process by app, and by their URLs for events. */
const apps = new Map<string, TriggersByUrl>();

/** URLs of triggers that ended since this process started. The static data of others may still name them. */
const endedUrls = new Set<string>();

/** Registers a trigger that is published or listens for a test. n8n does not call this again when it starts. */
export function registerTrigger(context: IHookFunctions, appId: string): void {
	unregisterTrigger(context);
	const eventUrl = context.getNodeWebhookUrl(EVENT_WEBHOOK);
	const callbackUrl = context.getNodeWebhookUrl(CALLBACK_WEBHOOK);
	if (!eventUrl || !callbackUrl) return;
	const isTest = context.getMode() === 'manual';
	triggersOf(appId).set(eventUrl, { eventUrl, callbackUrl, isTest });
	endedUrls.delete(eventUrl);
	if (!isTest) saveSiblings(context, appId, eventUrl);
}

/** Removes a trigger that is unpublished, or whose test run has ended. */
export function unregisterTrigger(context: IHookFunctions): void {
	const eventUrl = context.getNodeWebhookUrl(EVENT_WEBHOOK) ?? '';
	endedUrls.add(eventUrl);
	for (const triggers of apps.values()) triggers.delete(eventUrl);
}

/** Removes a trigger whose URL n8n does not know any more. */
export function removeSibling(appId: string, { eventUrl }: Sibling): void {
	endedUrls.add(eventUrl);
	apps.get(appId)?.delete(eventUrl);
}

/**
 * Writes the other triggers of the app into the static data of this one, for the time after a restart of n8n.
 *
 * @param own the URL for events of this one
 */
export function saveSiblings(
	context: IWebhookFunctions | IHookFunctions,
	appId: string,
	own: string,
): void {
	const staticData = context.getWorkflowStaticData('node');
	const others = siblingsOf(appId, own).filter(({ isTest }) => !isTest);
	if (others.length === 0 && staticData.siblings === undefined) return;
	staticData.siblings = others.map(({ eventUrl, callbackUrl }) => ({ eventUrl, callbackUrl }));
}

/** Reads from the static data which triggers were live before a restart, at the address that n8n has now. */
export function loadSiblings(context: IWebhookFunctions, appId: string): void {
	const { siblings } = context.getWorkflowStaticData('node');
	if (!Array.isArray(siblings) || siblings.length === 0) return;
	const own = context.getNodeWebhookUrl(EVENT_WEBHOOK);
	const triggers = triggersOf(appId);
	for (const saved of siblings as IDataObject[]) {
		const [eventUrl, callbackUrl] = [String(saved.eventUrl), String(saved.callbackUrl)];
		const isHere = [eventUrl, callbackUrl].every((url) => originOf(url) === originOf(own));
		if (!isHere || eventUrl === own || triggers.has(eventUrl) || endedUrls.has(eventUrl)) continue;
		triggers.set(eventUrl, { eventUrl, callbackUrl, isTest: false });
	}
}

/** The URL for events of the trigger that got this request. */
export const ownEventUrl = (context: IWebhookFunctions): string =>
	context.getWebhookResourceUrl(EVENT_WEBHOOK) ?? '';

/** The live triggers of an app that this process knows of, but for one. */
export function siblingsOf(appId: string, own: string): Sibling[] {
	return [...(apps.get(appId)?.values() ?? [])].filter(({ eventUrl }) => eventUrl !== own);
}

function triggersOf(appId: string): TriggersByUrl {
	const triggers = apps.get(appId) ?? new Map<string, Sibling>();
	apps.set(appId, triggers);
	return triggers;
}

function originOf(url: unknown): string {
	return URL.canParse(String(url)) ? new URL(String(url)).origin : '';
}
