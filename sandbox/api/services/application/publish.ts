import { LarkError } from '../../../contract/lark-error';
import {
	draftSettings,
	onlineVersion,
	submitVersion,
	versionsOf,
} from '../../../world/app-console';
import { handler, type HandlerTable } from '../../handler';
import { changedApp, type ConsoleCodes } from './target';

interface Publish {
	mobile_default_ability?: string;
	pc_default_ability?: string;
	remark: string;
	changelog: string;
	version?: string;
}

interface Ability {
	bot?: { enable: boolean };
}

interface Base {
	i18ns?: Array<{ i18n_key: string; name?: string }>;
}

const CODES: ConsoleCodes = { notOfConsole: 210001, otherApp: 210036, underReview: 210302 };

const ABILITY_CODES: ConsoleCodes = {
	noSuchApp: 210012,
	storeApp: 210014,
	madeInBase: 210015,
	notOfConsole: 210021,
	otherApp: 210016,
	notAllowed: 210017,
	underReview: 210020,
};

const BASE_CODES: ConsoleCodes = {
	noSuchApp: 210002,
	storeApp: 210004,
	madeInBase: 210005,
	notOfConsole: 210021,
	otherApp: 210006,
	notAllowed: 210007,
	underReview: 210010,
};

const partsOf = (version: string) => version.split('.').map(Number);

function isHigher(version: string, than: string): boolean {
	const [a, b] = [partsOf(version), partsOf(than)];
	const place = a.findIndex((part, index) => part !== b[index]);
	return place >= 0 && a[place] > b[place];
}

function next(version: string): string {
	const [major, minor, patch] = partsOf(version);
	return [major, minor, patch + 1].join('.');
}

/** application-v7, "publish": the version is in use at once, or waits for an administrator. */
const publish = handler<{ body: Publish }>((call, platform) => {
	const app = changedApp(call, platform, CODES);
	const { remark, changelog, mobile_default_ability: mobile, pc_default_ability: pc } = call.body;
	if (draftSettings(app).botEnabled && !(mobile && pc)) throw new LarkError(210304);
	const latest = onlineVersion(app)?.version ?? versionsOf(app).at(-1)?.version ?? '0.0.0';
	const version = call.body.version ?? next(latest);
	if (!/^\d+\.\d+\.\d+$/.test(version) || !isHigher(version, latest)) throw new LarkError(210303);
	const { world } = platform;
	const made = submitVersion(app, { version, remark, changelog }, world.now());
	world.emit({ type: 'state' });
	return { version_id: made.versionId, version: made.version };
});

/** application-v7, "update app abilities": of the abilities, the sandbox has the bot. */
const ability = handler<{ body: Ability }>((call, platform) => {
	const app = changedApp(call, platform, ABILITY_CODES);
	const { bot } = call.body;
	if (bot) app.console.draft.botEnabled = bot.enable;
	if (app.console.draft.botEnabled === app.botEnabled) delete app.console.draft.botEnabled;
	platform.world.emit({ type: 'state' });
	return {};
});

/** application-v7, "update base information": of the texts, the sandbox has one name. */
const base = handler<{ body: Base }>((call, platform) => {
	const app = changedApp(call, platform, BASE_CODES);
	const [named] = call.body.i18ns?.filter(({ name }) => name) ?? [];
	if (named?.name) app.console.draft.name = named.name;
	return {};
});

export const publishHandlers: HandlerTable = {
	'application.v7.application_publish.create': publish,
	'application.v7.application_ability.patch': ability,
	'application.v7.application_base.patch': base,
};
