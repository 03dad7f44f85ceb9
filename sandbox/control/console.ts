import { EVENTS, SCOPES } from '../world/catalogue';
import { decideVersion, draftSettings, versionsOf } from '../world/app-console';
import type { App } from '../world/types';
import type { World } from '../world/world';

/** What the developer console can change of an app. */
export interface AppChange {
	name?: string;
	scopes?: string[];
	events?: string[];
	redirect_urls?: string[];
	/** Whether an administrator has to approve a version. */
	needs_approval?: boolean;
	bot_enabled?: boolean;
	/** Disabled by an administrator: no tokens any more. */
	disabled?: boolean;
	allowed_ips?: string[];
	/** Scopes that take effect without a version. */
	exempt_scopes?: string[];
	/** Whether the app may read its own events, callbacks and keys. */
	shows_settings?: boolean;
}

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
		bot_enabled: app.botEnabled,
		disabled: app.disabled,
		allowed_ips: app.console.allowedIps,
		needs_approval: app.console.needsApproval,
		shows_settings: app.console.showsSettings,
		draft: draftView(app),
		versions: versionsOf(app).map(({ versionId, version, status, remark }) => ({
			version_id: versionId,
			version,
			status,
			remark,
		})),
	};
}

/** In words, what no published version has yet. */
function draftView(app: App): string[] {
	const { console } = app;
	const draft = draftSettings(app);
	const lists = (['scopes', 'events'] as const).flatMap((kind) => {
		const [was, is] = [own(app[kind]), own(draft[kind])];
		if (console.draft[kind] === undefined) return [];
		return [
			...is.filter((name) => !was.includes(name)).map((name) => `add ${name}`),
			...was.filter((name) => !is.includes(name)).map((name) => `remove ${name}`),
		];
	});
	const others = Object.keys(console.draft).filter((key) => key !== 'scopes' && key !== 'events');
	return [...lists, ...others.map((key) => WORDS[key] ?? key)];
}

const WORDS: Record<string, string | undefined> = {
	botEnabled: 'bot on or off',
	longConnection: 'way of the events',
	callbacks: 'way of the callbacks',
	encryptKey: 'Encrypt Key',
	verificationToken: 'Verification Token',
	availability: 'availability',
	contactsRange: 'contact range',
	refreshesUserTokens: 'refresh of user tokens',
};

/**
 * An administrator approves or rejects the version under review.
 *
 * @throws Error when there is no such version, or nothing to decide
 */
export function decide(world: World, app: App, versionId: string, approves: boolean): void {
	const version = versionsOf(app).find((candidate) => candidate.versionId === versionId);
	if (version?.status !== 3) throw new Error(`The version ${versionId} is not under review`);
	decideVersion(app, version, approves, world.now());
	world.emit({ type: 'state' });
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
	app.botEnabled = change.bot_enabled ?? app.botEnabled;
	app.disabled = change.disabled ?? app.disabled;
	const { console } = app;
	console.needsApproval = change.needs_approval ?? console.needsApproval;
	console.allowedIps = change.allowed_ips ?? console.allowedIps;
	console.exemptScopes = change.exempt_scopes ?? console.exemptScopes;
	console.showsSettings = change.shows_settings ?? console.showsSettings;
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
