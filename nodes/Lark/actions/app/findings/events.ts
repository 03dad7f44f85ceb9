import { CATALOG } from '../../../../shared/events/catalog';
import { valueOf } from '../readSetup';
import { checkNamed, listOf, type Finding, type ReadSubject } from './finding';

const events = checkNamed(
	'events',
	'event',
	'Lark pushes only the events that the app has subscribed to.',
);
const callbacks = checkNamed(
	'callbacks',
	'event',
	'Lark sends what people press on cards only to an app that has subscribed to the callback.',
);

const ADD_EVENTS =
	'Add them under "Events & Callbacks > Event Configuration" and publish a version, or run Set Up.';
const ADD_CALLBACKS =
	'Add them under "Events & Callbacks > Callback Configuration" and publish a version, or run Set Up.';

const namesOf = (types: string[]) =>
	listOf(types.map((type) => CATALOG.find(({ value }) => value === type)?.name ?? type));

const lackingIn = (needed: string[], has: string[]) => needed.filter((type) => !has.includes(type));

/** The draft tells what was added, the published version what is pushed. */
function eventFindings(subject: ReadSubject): Finding[] {
	const { needs, rest } = subject;
	if (needs.events.length === 0) return [];
	const draft = valueOf(rest.application)?.event?.subscribed_events;
	const online = valueOf(rest.online)?.event_infos?.map(({ event_type: type }) => String(type));
	if (!draft && !online) {
		return [events.warning(subject, 'The app cannot read which events it has subscribed to.')];
	}
	const absent = lackingIn(needs.events, draft ?? online ?? []);
	const waiting = online ? lackingIn(needs.events, [...online, ...absent]) : [];
	if (absent.length + waiting.length === 0) {
		return [events.ok(subject, 'The app has subscribed to all events it needs.')];
	}
	return [
		absent.length > 0 &&
			events.missing(subject, `These events are not subscribed: ${namesOf(absent)}.`, ADD_EVENTS),
		waiting.length > 0 &&
			events.missing(
				subject,
				`These events are added and not published yet: ${namesOf(waiting)}.`,
				'Publish a version under "Version Management & Release", or run Set Up.',
			),
	].filter((finding) => finding !== false);
}

/** Of callbacks the draft can be read, the published version cannot. */
function callbackFindings(subject: ReadSubject): Finding[] {
	const { needs, rest } = subject;
	if (needs.callbacks.length === 0) return [];
	const application = valueOf(rest.application);
	const { subscribed_callbacks: added } = application?.callback ?? application?.callback_info ?? {};
	if (!added) {
		return [
			callbacks.warning(
				subject,
				`The app cannot read its callbacks. It needs ${namesOf(needs.callbacks)}.`,
				'Look under "Events & Callbacks > Callback Configuration" yourself.',
			),
		];
	}
	const absent = lackingIn(needs.callbacks, added);
	return absent.length > 0
		? [callbacks.missing(subject, `Not subscribed: ${namesOf(absent)}.`, ADD_CALLBACKS)]
		: [
				callbacks.ok(
					subject,
					'The callbacks are added. Whether the published version has them, Lark does not tell.',
				),
			];
}

/** What the app is told. */
export const subscriptionFindings = (subject: ReadSubject): Finding[] => [
	...eventFindings(subject),
	...callbackFindings(subject),
];
