import { getContactsRange } from '../../../../shared/lark/apps';
import { scopeLink } from '../../../../shared/transport/consoleLink';
import { valueOf } from '../readSetup';
import { checkNamed, saidBy, type Finding, type ReadSubject } from './finding';

const availability = checkNamed(
	'availability',
	'version',
	'People to whom the app is not available can neither write to the bot nor get messages from it.',
);
const contacts = checkNamed(
	'contactRange',
	'auth',
	'The app finds and names only people who are in its contact range.',
);

const NO_SCOPE = 99991672;

const count = (many: number, one: string, more: string) => `${many} ${many === 1 ? one : more}`;

const extentOf = (people: string[], departments: string[]) =>
	`${count(people.length, 'person', 'people')} and ${count(departments.length, 'department', 'departments')}`;

/** What the developer has asked for with the version; what an administrator made of it, Lark does not tell an app. */
function availabilityFindings(subject: ReadSubject): Finding[] {
	const { visibility } = valueOf(subject.rest.online)?.remark ?? {};
	if (!visibility) return [];
	if (visibility.is_all) {
		const finding =
			'The published version asks to be available to everyone. An administrator may have narrowed it.';
		return [availability.ok(subject, finding)];
	}
	const { open_ids: people = [], department_ids: departments = [] } = visibility.visible_list ?? {};
	return [
		availability.warning(
			subject,
			`The published version asks to be available to ${extentOf(people, departments)} only.`,
			'If others are to use the bot, widen the availability with a new version.',
		),
	];
}

function contactFinding(subject: ReadSubject): Finding {
	const { contacts: reading } = subject.rest;
	if ('refusal' in reading) {
		const { refusal } = reading;
		if (refusal.code !== NO_SCOPE) {
			return contacts.warning(subject, `The contact range cannot be read. ${saidBy(refusal)}`);
		}
		const [scope] = getContactsRange.scopes;
		return contacts.warning(
			subject,
			`The app may not read its contact range, which needs the scope ${scope}.`,
			'Look under "Permissions & Scopes > Data permissions" yourself; the scope is not needed for anything else.',
			scopeLink(subject.app, [scope]),
		);
	}
	const { contacts_scope_type: type, visible_list: list = {} } = reading.value.contacts_range ?? {};
	if (type !== 'some') {
		const range = type === 'all' ? 'everyone' : 'the people to whom the app is available';
		return contacts.ok(subject, `The contact range is ${range}.`);
	}
	const { open_ids: people = [], department_ids: departments = [] } = list;
	return contacts.warning(
		subject,
		`The contact range is ${extentOf(people, departments)}.`,
		'If the app is to find others, widen the range under "Permissions & Scopes > Data permissions".',
	);
}

/** Whom the app reaches. */
export const rangeFindings = (subject: ReadSubject): Finding[] => [
	...availabilityFindings(subject),
	contactFinding(subject),
];
