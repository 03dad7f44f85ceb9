import { CALLBACKS, CATALOG } from '../../shared/events/catalog';
import { getAppVersion } from '../../shared/lark/apps';
import { takesCallbacks } from '../../shared/requestUrl/publishedUrls';
import { originOf } from '../../shared/requestUrl/address';
import type { OwnApplication } from '../../shared/requestUrl/registerUrl';
import type { Registering } from './registering';
import { writeLine } from './words';

const HOW =
	'Run App > Set Up of the Lark node, or add what is missing under "Events & Callbacks" in the developer console and publish a version.';

const namesOf = (types: string[]) =>
	types.map((type) => CATALOG.find(({ value }) => value === type)?.name ?? type).join(', ');

/** What the draft has of callbacks: of the published version, Lark does not tell. */
function callbacksLacking(types: string[], application: OwnApplication): string[] {
	const { subscribed_callbacks: added = [], ...way } =
		application.callback ?? application.callback_info ?? {};
	const needed = types.filter((type) => CALLBACKS.has(type));
	if (needed.length === 0 || !(application.callback ?? application.callback_info)) return [];
	const absent = needed.filter((type) => !added.includes(type));
	if (absent.length > 0) return [`the app has not subscribed to ${namesOf(absent)}`];
	const { callback_type: mode, request_url: url = '' } = way;
	if (mode === 'websocket') return ['callbacks go over a long connection'];
	if (url === '') return ['callbacks have no request URL'];
	return takesCallbacks(url)
		? []
		: [`callbacks go to ${originOf(url)}, not to a published Lark Trigger of this n8n`];
}

/** The events that the published version lacks. */
async function eventsLacking(
	{ lark, types }: Registering,
	version_id: string,
	application: OwnApplication,
): Promise<string[]> {
	const events = types.filter((type) => !CALLBACKS.has(type));
	const path = { app_id: lark.app.appId, version_id };
	const { app_version: online } = await lark.call(getAppVersion, {
		path,
		query: { lang: 'en_us' },
	});
	const pushed = (online?.event_infos ?? []).map(({ event_type: type }) => String(type));
	const absent = events.filter((type) => !pushed.includes(type));
	if (absent.length === 0) return [];
	const added = application.event?.subscribed_events ?? [];
	return absent.every((type) => added.includes(type))
		? [`${namesOf(absent)} is added, and not in the published version`]
		: [`the app has not subscribed to ${namesOf(absent)}`];
}

/**
 * Finds out what only a published version gives a trigger.
 *
 * @returns a sentence that says so; '' when nothing is lacking
 * @throws as `LarkClient.call`
 */
async function lackOf(registering: Registering, application: OwnApplication): Promise<string> {
	if (application.unaudit_version_id) {
		return 'A version of the app waits for the approval of an administrator. Until then its events stay as they are.';
	}
	const { online_version_id: version } = application;
	if (!version) return `No version of the app is published, so Lark sends no events. ${HOW}`;
	const lacks = [
		...(await eventsLacking(registering, version, application)),
		...callbacksLacking(registering.types, application),
	];
	return lacks.length > 0
		? `Lark does not send all that this trigger waits for: ${lacks.join('; ')}. ${HOW}`
		: '';
}

/** Says in n8n's log what Set Up or an administrator has to publish for a trigger. Never throws. */
export async function sayUnpublished(
	registering: Registering,
	application: OwnApplication,
): Promise<void> {
	const text = await lackOf(registering, application).catch(() => '');
	if (text) writeLine(registering, { level: 'warn', text });
}
