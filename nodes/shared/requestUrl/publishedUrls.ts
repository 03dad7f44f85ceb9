import type { ConnectedApp } from '../connection/status';
import { withoutQuery } from './address';

/** A Lark Trigger that is published in this process. */
export interface PublishedUrl {
	/** Its Production URLs. */
	events: string;
	callbacks: string;
	/** Sees to it that Lark knows the URL, or that of another trigger of the app. */
	ensure(): void;
}

interface Entry extends PublishedUrl {
	app: ConnectedApp;
}

/** By Production URL. */
const published = new Map<string, Entry>();

const isSame = (a: ConnectedApp, b: ConnectedApp) => a.baseUrl === b.baseUrl && a.appId === b.appId;

/** Notes the Production URL of a trigger; n8n activates all of them again when it starts. */
export function addPublishedUrl(app: ConnectedApp, trigger: PublishedUrl): void {
	published.set(withoutQuery(trigger.events), { ...trigger, app });
}

/**
 * Forgets the Production URL of a trigger that is unpublished.
 *
 * @returns its app; undefined when it was not known
 */
export function removePublishedUrl(url: string): ConnectedApp | undefined {
	const key = withoutQuery(url);
	const entry = published.get(key);
	published.delete(key);
	return entry?.app;
}

/** The published triggers of an app in this process; one that only runs webhooks or executions knows none. */
export const publishedUrlsOf = (app: ConnectedApp): PublishedUrl[] =>
	[...published.values()].filter((entry) => isSame(entry.app, app));

/** Whether an address is that of a trigger in this process, of whichever app. */
export const isPublishedUrl = (url: string): boolean => published.has(withoutQuery(url));

/** Whether an address is where a trigger in this process takes callbacks: that of its events, or its own. */
export const takesCallbacks = (url: string): boolean =>
	isPublishedUrl(url) ||
	[...published.values()].some(({ callbacks }) => withoutQuery(callbacks) === withoutQuery(url));

/** Whether triggers are published in this process, so that an address of this n8n that it does not know is none of a trigger. */
export const knowsPublishedUrls = (): boolean => published.size > 0;
