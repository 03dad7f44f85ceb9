import type { App, AppConsole, AppVersion, VersionedSettings } from './app-types';
import { CALLBACKS, EVENTS, SCOPES } from './catalogue';
import { ids } from './ids';

/** @returns the console of an app that was set up by hand and never changed by the API */
export function newConsole(given: Partial<AppConsole> = {}): AppConsole {
	return {
		source: 'developer_console',
		isStoreApp: false,
		developers: [],
		draft: {},
		versions: [],
		needsApproval: false,
		exemptScopes: [],
		allowedIps: [],
		contactsRange: { type: 'equal_to_availability', users: [], departments: [] },
		showsSettings: true,
		...given,
	};
}

/** @returns what is online, as a version has it */
export function onlineSettings(app: App): VersionedSettings {
	const { name, botEnabled, scopes, events, longConnection } = app;
	const { encryptKey, verificationToken, availability, refreshesUserTokens } = app;
	return {
		name,
		botEnabled,
		scopes,
		events,
		longConnection,
		encryptKey,
		verificationToken,
		availability,
		refreshesUserTokens,
		callbacks: app.console.callbacks,
		contactsRange: app.console.contactsRange,
	};
}

/** @returns what the console shows: what is online with the changes that no version has yet */
export const draftSettings = (app: App): VersionedSettings => ({
	...onlineSettings(app),
	...app.console.draft,
});

/** @returns all versions; an app that was never published by the API and is in use has had a first one */
export function versionsOf(app: App): AppVersion[] {
	const { versions } = app.console;
	if (versions.length > 0 || app.activateStatus !== 2) return versions;
	return [
		{
			versionId: `oav_${app.appId}`,
			version: '1.0.0',
			status: 1,
			remark: 'First version',
			changelog: 'First version',
			createTime: 0,
			publishTime: 0,
			settings: onlineSettings(app),
		},
	];
}

/** The version that is in use. */
export const onlineVersion = (app: App): AppVersion | undefined =>
	versionsOf(app).findLast(({ status }) => status === 1);

/** The version that waits for an administrator. */
export const versionUnderReview = (app: App): AppVersion | undefined =>
	versionsOf(app).find(({ status }) => status === 3);

/**
 * Submits the draft as a new version, which takes effect at once if nobody has to approve it.
 *
 * @param now the time in milliseconds
 */
export function submitVersion(
	app: App,
	said: Pick<AppVersion, 'version' | 'remark' | 'changelog'>,
	now: number,
): AppVersion {
	const version: AppVersion = {
		...said,
		versionId: ids.version(),
		status: 3,
		createTime: now,
		publishTime: 0,
		settings: draftSettings(app),
	};
	app.console.versions = [...versionsOf(app), version];
	if (!app.console.needsApproval) decideVersion(app, version, true, now);
	return version;
}

/** An administrator approves or rejects a version. What is approved takes effect. */
export function decideVersion(app: App, version: AppVersion, approves: boolean, now: number): void {
	version.status = approves ? 1 : 2;
	if (!approves) return;
	version.publishTime = now;
	const { callbacks, contactsRange, ...settings } = version.settings;
	Object.assign(app, settings, { activateStatus: 2 });
	Object.assign(app.console, { callbacks, contactsRange, draft: {} });
}

/** @returns names with `all` written out */
export const listed = (chosen: string[] | 'all', all: readonly string[]): string[] =>
	chosen === 'all' ? [...all] : chosen;

/** @returns the scopes, events and callbacks of settings by their names */
export function namesIn({ scopes, events }: Pick<VersionedSettings, 'scopes' | 'events'>) {
	const types = listed(events, EVENTS);
	return {
		scopes: listed(scopes, SCOPES),
		events: types.filter((type) => !CALLBACKS.includes(type)),
		callbacks: types.filter((type) => CALLBACKS.includes(type)),
	};
}
