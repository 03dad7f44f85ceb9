import { endpoints } from '../contract/contract';
import { documentedEvents } from '../events/documented-event';
import { FURTHER_SCOPES } from '../world/scopes';
import type { App } from '../world/types';
import type { World } from '../world/world';

/** What the developer console can change of an app. */
export interface AppChange {
	name?: string;
	scopes?: string[];
	events?: string[];
	redirect_urls?: string[];
}

/** All scopes that Lark has for messaging. */
const SCOPES = [
	...new Set([
		...endpoints.flatMap(({ scopes }) => scopes),
		...documentedEvents.flatMap(({ scopes }) => scopes),
		...FURTHER_SCOPES,
	]),
].sort();

const EVENTS = documentedEvents.map(({ type }) => type);

/** The pages of the developer console for one app, with its secrets. */
export function consoleView(app: App, connections: number) {
	const { scopes, events } = app;
	return {
		app_id: app.appId,
		app_secret: app.appSecret,
		name: app.name,
		verification_token: app.verificationToken,
		encrypt_key: app.encryptKey,
		request_url: app.requestUrl,
		long_connection: app.longConnection,
		connections,
		redirect_urls: app.redirectUrls,
		scopes: known(SCOPES, scopes),
		events: known(EVENTS, events),
	};
}

/**
 * Changes an app, as the developer console does. Everything takes effect at once.
 *
 * @throws Error for a scope or event that Lark does not have, or a redirect URL that is no address
 */
export function changeApp(world: World, app: App, change: AppChange): void {
	const { name = app.name, scopes, events, redirect_urls: redirectUrls } = change;
	assertKnown('scope', [...SCOPES, ...own(app.scopes)], scopes);
	assertKnown('event', [...EVENTS, ...own(app.events)], events);
	const bad = redirectUrls?.find((url) => !URL.canParse(url));
	if (bad !== undefined) throw new Error(`${bad} is no URL`);
	app.name = name || app.name;
	app.scopes = scopes ?? app.scopes;
	app.events = events ?? app.events;
	app.redirectUrls = redirectUrls ?? app.redirectUrls;
	world.emit({ type: 'state' });
}

function own(chosen: string[] | 'all'): string[] {
	return chosen === 'all' ? [] : chosen;
}

function known(all: string[], chosen: string[] | 'all') {
	const extra = own(chosen).filter((name) => !all.includes(name));
	return [...all, ...extra].map((name) => ({
		name,
		chosen: chosen === 'all' || chosen.includes(name),
	}));
}

function assertKnown(kind: string, all: string[], chosen: string[] = []): void {
	const unknown = chosen.find((name) => !all.includes(name));
	if (unknown !== undefined) throw new Error(`There is no ${kind} ${unknown}`);
}
