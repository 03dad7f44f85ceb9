import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { CALLBACK_WEBHOOK, EVENT_WEBHOOK } from '../callback/webhooks';

/** A live Lark Trigger: where it takes events and callbacks. */
export interface Sibling {
	/** Tells triggers apart, and a trigger from its test run. */
	eventUrl: string;
	callbackUrl: string;
	/** A test run gets events too, but nothing waits for it. */
	isTest: boolean;
}

type Family = Map<string, Sibling>;

/** The live triggers of this process by app, and by their URLs for events. */
const apps = new Map<string, Family>();

/** Those that ended since this process started; what the static data of others say of them is out of date. */
const gone = new Set<string>();

function familyOf(appId: string): Family {
	const family = apps.get(appId) ?? new Map<string, Sibling>();
	apps.set(appId, family);
	return family;
}

/** Called when a trigger goes live or listens for a test. n8n does not call it again when it starts. */
export function join(context: IHookFunctions, appId: string): void {
	leave(context);
	const eventUrl = context.getNodeWebhookUrl(EVENT_WEBHOOK);
	const callbackUrl = context.getNodeWebhookUrl(CALLBACK_WEBHOOK);
	if (!eventUrl || !callbackUrl) return;
	const isTest = context.getMode() === 'manual';
	familyOf(appId).set(eventUrl, { eventUrl, callbackUrl, isTest });
	gone.delete(eventUrl);
	if (!isTest) rememberSiblings(context, appId, eventUrl);
}

/** Called when a trigger ends, or its test run. */
export function leave(context: IHookFunctions): void {
	const eventUrl = context.getNodeWebhookUrl(EVENT_WEBHOOK) ?? '';
	gone.add(eventUrl);
	for (const family of apps.values()) family.delete(eventUrl);
}

/** Takes out a trigger whose URL n8n does not know any more. */
export function forget(appId: string, { eventUrl }: Sibling): void {
	gone.add(eventUrl);
	apps.get(appId)?.delete(eventUrl);
}

/**
 * Puts the other triggers into the static data of this one, for the time after a restart of n8n.
 *
 * @param own the URL for events of this one
 */
export function rememberSiblings(
	context: IWebhookFunctions | IHookFunctions,
	appId: string,
	own: string,
): void {
	const memory = context.getWorkflowStaticData('node');
	const others = siblingsOf(appId, own).filter(({ isTest }) => !isTest);
	if (others.length === 0 && memory.siblings === undefined) return;
	memory.siblings = others.map(({ eventUrl, callbackUrl }) => ({ eventUrl, callbackUrl }));
}

const originOf = (url: unknown) => (URL.canParse(String(url)) ? new URL(String(url)).origin : '');

/** Learns from the static data what was live before n8n was started again, at the address that n8n has now. */
export function recallSiblings(context: IWebhookFunctions, appId: string): void {
	const { siblings } = context.getWorkflowStaticData('node');
	if (!Array.isArray(siblings) || siblings.length === 0) return;
	const own = context.getNodeWebhookUrl(EVENT_WEBHOOK);
	const family = familyOf(appId);
	for (const saved of siblings as IDataObject[]) {
		const [eventUrl, callbackUrl] = [String(saved.eventUrl), String(saved.callbackUrl)];
		const isHere = [eventUrl, callbackUrl].every((url) => originOf(url) === originOf(own));
		if (!isHere || eventUrl === own || family.has(eventUrl) || gone.has(eventUrl)) continue;
		family.set(eventUrl, { eventUrl, callbackUrl, isTest: false });
	}
}

/** The URL for events at which this request came, or would have come. */
export const ownUrl = (context: IWebhookFunctions): string =>
	context.getWebhookResourceUrl(EVENT_WEBHOOK) ?? '';

/** The live triggers of an app that this process knows of, but for one. */
export function siblingsOf(appId: string, own: string): Sibling[] {
	return [...(apps.get(appId)?.values() ?? [])].filter(({ eventUrl }) => eventUrl !== own);
}
