import { getApplication } from '../../../../shared/lark/apps';
import { scopeLink } from '../../../../shared/transport/consoleLink';
import { valueOf, type Application, type AppVersion } from '../readSetup';
import { checkNamed, listOf, saidBy, type Finding, type ReadSubject } from './finding';

const settings = checkNamed(
	'settings',
	'auth',
	'Only what the app may read about itself can be checked.',
);
const version = checkNamed(
	'version',
	'version',
	'Scopes, events, callbacks, their way and the keys take effect with a published version.',
);
const kind = checkNamed('kind', 'baseinfo', 'The nodes act for custom apps of the company.');

/** Lark counts 1 and 2 for store apps. */
const isStoreApp = ({ scene_type: scene }: Application) => scene === 1 || scene === 2;

/** Lark: the scope for one's own app is missing. */
const NO_SCOPE = 99991672;

function unreadable(subject: ReadSubject): Finding[] {
	const { application } = subject.rest;
	if (!('refusal' in application)) return [];
	const { refusal } = application;
	const [scope] = getApplication.scopes;
	if (refusal.code !== NO_SCOPE) {
		return [settings.warning(subject, `The app cannot read its own settings. ${saidBy(refusal)}`)];
	}
	return [
		settings.warning(
			subject,
			`The app may not read its own settings, so version, events, callbacks and request URL are not checked.`,
			`Add the scope ${scope} and publish a version, then run Check Setup again.`,
			scopeLink(subject.app, [scope]),
		),
	];
}

const missingIn = (whole: string[], part: string[]) => whole.filter((name) => !part.includes(name));

const scopesOf = ({ scopes = [] }: Pick<Application, 'scopes'>) =>
	scopes.map(({ scope }) => String(scope));

/** What the draft has and the published version has not, and the other way round, as far as both can be read. */
function unpublished(application: Application, online: AppVersion): string[] {
	const [draft, published] = [scopesOf(application), scopesOf(online)];
	const { subscribed_events: events } = application.event ?? {};
	const pushed = (online.event_infos ?? []).map(({ event_type: type }) => String(type));
	return [
		...missingIn(draft, published),
		...missingIn(published, draft).map((scope) => `without ${scope}`),
		...(events ? missingIn(events, pushed) : []),
	];
}

function versionFinding(subject: ReadSubject, application: Application): Finding {
	if (application.unaudit_version_id) {
		return version.warning(
			subject,
			'A version waits for the approval of an administrator. Until then nothing else can be changed.',
			'Ask an administrator to approve it in the admin console.',
		);
	}
	if (!application.online_version_id) {
		return version.missing(
			subject,
			'No version of the app is published.',
			'Create a version under "Version Management & Release" and publish it, or run Set Up.',
		);
	}
	const online = valueOf(subject.rest.online);
	if (!online) return version.warning(subject, 'A version is published, but it cannot be read.');
	const changes = unpublished(application, online);
	return changes.length > 0
		? version.warning(
				subject,
				`Version ${online.version} is published, and the draft has changes that it lacks: ${listOf(changes)}.`,
				'Publish a version, or run Set Up.',
			)
		: version.ok(
				subject,
				`Version ${online.version} is published, and it has the scopes and events of the draft.`,
			);
}

/** The kind of the app, its published version, and what of both is not to be known. */
export function versionFindings(subject: ReadSubject): Finding[] {
	const application = valueOf(subject.rest.application);
	if (!application) return unreadable(subject);
	if (isStoreApp(application)) {
		const fix = 'Create a custom app (企业自建应用) in the developer console.';
		return [kind.warning(subject, 'This is a store app, which cannot be set up from here.', fix)];
	}
	return [versionFinding(subject, application)];
}
