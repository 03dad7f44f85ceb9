import { LarkError } from '../../../contract/lark-error';
import { draftSettings, listed, namesIn } from '../../../world/app-console';
import type { VersionedSettings } from '../../../world/app-types';
import { CALLBACKS, EVENTS, SCOPES } from '../../../world/catalogue';
import type { App } from '../../../world/types';
import type { World } from '../../../world/world';
import { handler, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';
import type { UserIds } from '../../user-ids';
import { changeSecurity, type Security } from './security';
import { changedApp, type ConsoleCodes } from './target';

interface ScopeItem {
	scope_name: string;
	token_type: 'user' | 'tenant';
}

interface IdList {
	user_ids?: string[];
	department_ids?: string[];
}

interface Config {
	scope?: { add_scopes?: ScopeItem[]; remove_scopes?: ScopeItem[] };
	event?: {
		subscription_type: 'webhook' | 'websocket';
		request_url?: string;
		add_events?: string[];
		remove_events?: string[];
	};
	callback?: {
		callback_type: 'webhook' | 'websocket';
		request_url?: string;
		add_callbacks?: string[];
		remove_callbacks?: string[];
	};
	security?: Security;
	visibility?: { is_visible_to_all: boolean; visible_list?: IdList };
	contacts?: {
		contacts_range_type: 'equal_to_availability' | 'some' | 'all';
		visible_list?: IdList;
	};
	event_and_callback_encrypt_strategy?: { encryption_key?: string; verification_token?: string };
}

const CODES: ConsoleCodes = {
	noSuchApp: 210032,
	storeApp: 210034,
	madeInBase: 210035,
	notOfConsole: 210043,
	otherApp: 210036,
	notAllowed: 210037,
	underReview: 210040,
};

const invalid = (reason: string) => new LarkError(210031, { ext: reason });

function assertKnown(kind: string, names: string[] = [], all: readonly string[]): void {
	const unknown = names.find((name) => !all.includes(name));
	if (unknown !== undefined) throw invalid(`there is no ${kind} ${unknown}`);
}

function without(list: string[], removed: string[] = [], added: string[] = []): string[] {
	return [...new Set([...list.filter((name) => !removed.includes(name)), ...added])];
}

const namesOf = (items: ScopeItem[] = []) => items.map(({ scope_name: name }) => name);

/** Scopes of messaging need the bot first. */
function assertBot(app: App, added: string[]): void {
	if (draftSettings(app).botEnabled || !added.some((name) => name.startsWith('im:'))) return;
	throw new LarkError(210041);
}

/** Scopes that need no review are online at once; the others are in the draft. */
function changeScopes(app: App, { add_scopes, remove_scopes }: Config['scope'] & object): void {
	const [added, removed] = [namesOf(add_scopes), namesOf(remove_scopes)];
	const known = [...SCOPES, ...listed(app.scopes, SCOPES)];
	assertKnown('scope', [...added, ...removed], known);
	assertBot(app, added);
	if (app.scopes === 'all' && removed.length === 0) return;
	const { scopes } = namesIn(draftSettings(app));
	const { exemptScopes } = app.console;
	const isExempt = (name: string) => exemptScopes.includes(name);
	const online = listed(app.scopes, SCOPES);
	app.scopes = without(online, removed.filter(isExempt), added.filter(isExempt));
	app.console.draft.scopes = without(scopes, removed, added);
}

function changeTypes(app: App, removed: string[] = [], added: string[] = []): void {
	const { events } = draftSettings(app);
	if (events === 'all' && removed.length === 0) return;
	app.console.draft.events = without(listed(events, EVENTS), removed, added);
}

/** Mode and events take effect with a version, the request URL at once. */
async function changeEvents(
	app: App,
	change: Config['event'] & object,
	platform: Platform,
): Promise<void> {
	const { subscription_type: mode, request_url: url, add_events, remove_events } = change;
	const isEvent = EVENTS.filter((type) => !CALLBACKS.includes(type));
	assertKnown('event', [...(add_events ?? []), ...(remove_events ?? [])], isEvent);
	if (mode === 'webhook' && !url && !app.requestUrl) throw invalid('request_url is missing');
	if (mode === 'websocket' && platform.connections(app.appId) === 0) {
		throw invalid('no long connection has been established');
	}
	if (url) {
		await platform.verifyUrl(app, url).catch(() => {
			throw new LarkError(210042);
		});
		app.requestUrl = url;
	}
	const { draft } = app.console;
	draft.longConnection = mode === 'websocket';
	changeTypes(app, remove_events, add_events);
}

function changeCallbacks(app: App, change: Config['callback'] & object): void {
	const { callback_type: mode, request_url, add_callbacks, remove_callbacks } = change;
	assertKnown('callback', [...(add_callbacks ?? []), ...(remove_callbacks ?? [])], CALLBACKS);
	const { draft } = app.console;
	const before = draftSettings(app);
	const requestUrl = request_url ?? before.callbacks?.requestUrl ?? app.requestUrl;
	draft.callbacks = { longConnection: mode === 'websocket', requestUrl };
	changeTypes(app, remove_callbacks, add_callbacks);
}

function changeRanges(app: App, config: Config, world: World, type: UserIds['user_id_type']): void {
	const userIds = (ids: string[] = []) =>
		ids.map((id) => {
			const user = world.findUser(app, type, id);
			if (!user) throw invalid(`there is no user ${id}`);
			return user.userId;
		});
	const { visibility, contacts } = config;
	const { draft } = app.console;
	if (visibility) {
		const { is_visible_to_all: isAll, visible_list: list } = visibility;
		draft.availability = isAll ? 'all' : userIds(list?.user_ids);
	}
	if (contacts) {
		const { contacts_range_type: range, visible_list: list } = contacts;
		const departments = list?.department_ids ?? [];
		draft.contactsRange = { type: range, users: userIds(list?.user_ids), departments };
	}
}

/** Keeps in the draft what differs from what is online. */
function dropUnchanged(app: App, online: VersionedSettings): void {
	const { draft } = app.console;
	for (const key of Object.keys(draft) as Array<keyof VersionedSettings>) {
		const [was, is] = [online[key], draft[key]].map((value) =>
			Array.isArray(value) ? [...value].sort() : value,
		);
		if (JSON.stringify(was) === JSON.stringify(is)) delete draft[key];
	}
}

/** application-v7, "update app development configuration": everything or nothing is saved. */
const patch = handler<{ query: UserIds; body: Config }>(async (call, platform) => {
	const app = changedApp(call, platform, CODES);
	const { body } = call;
	const saved = { ...app };
	app.console = { ...app.console, draft: { ...app.console.draft } };
	try {
		if (body.scope) changeScopes(app, body.scope);
		if (body.callback) changeCallbacks(app, body.callback);
		if (body.security) changeSecurity(app, body.security);
		changeRanges(app, body, platform.world, call.query.user_id_type);
		const keys = body.event_and_callback_encrypt_strategy;
		if (keys?.encryption_key) app.console.draft.encryptKey = keys.encryption_key;
		if (keys?.verification_token) app.console.draft.verificationToken = keys.verification_token;
		if (body.event) await changeEvents(app, body.event, platform);
	} catch (error) {
		Object.assign(app, saved);
		throw error;
	}
	dropUnchanged(app, { ...app, ...app.console });
	platform.world.emit({ type: 'state' });
	return {};
});

export const configHandlers: HandlerTable = { 'application.v7.application_config.patch': patch };
