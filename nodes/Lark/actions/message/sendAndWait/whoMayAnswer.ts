import type { INodeProperties } from 'n8n-workflow';

import type { Person, Question } from '../../../../shared/decision/question';
import { includesPerson } from '../../../../shared/decision/people';
import { InputError } from '../../../../shared/inputError';
import { readBoolean, readNumber, readStrings } from '../../../../shared/values';
import { textOption } from '../../../fields/field';
import type { OperationItem } from '../../../fields/item';
import { entriesOfRow, peopleOf, personRow } from '../../../fields/people';
import { shownFor } from '../../../fields/shownFor';
import { approvalsNeeded } from './approval';
import { answerIn } from './browser/fields';

const people: INodeProperties = {
	displayName: 'People',
	name: 'approvers',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	default: {},
	placeholder: 'Add Person',
	description: 'The people who may answer. They must see the message, too.',
	options: [{ displayName: 'Person', name: 'approver', values: [personRow] }],
};

/** The fields that say whose answer counts, and how many are needed. */
export const whoMayAnswer: INodeProperties[] = [
	{
		displayName: 'Who May Answer',
		name: 'whoMayAnswer',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Anyone', value: 'anyone', description: 'Anyone who sees the message' },
			{ name: 'Chosen People', value: 'people' },
		],
		default: 'anyone',
	},
	...shownFor({ whoMayAnswer: ['people'] }, [people]),
	...shownFor({ responseType: ['approval'] }, approvalsNeeded),
];

/** An entry of Options: who is not asked. */
export const excludedOption = textOption({
	displayName: 'Who May Not Answer',
	name: 'excluded',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.open_id }}',
	description:
		'People whose answer does not count, such as the person who asked: IDs, email addresses or phone numbers, separated by commas',
});

const excludedName = excludedOption.property.displayName;

type Who = Pick<Question, 'approvers' | 'excluded'> & { needed: number | 'all' };

/** @throws InputError when nobody is left, or fewer than are needed */
function check(approvers: Person[] | undefined, excluded: Person[], needed: Who['needed']): void {
	if (!approvers) {
		if (needed !== 'all') return;
		throw new InputError(
			'Approvals Needed cannot be All when anyone may answer',
			'Set Who May Answer to Chosen People, or Approvals Needed to Several.',
		);
	}
	if (approvers.length === 0) throw new InputError('People is empty', 'Add who may answer.');
	const left = approvers.filter((person) => !includesPerson(excluded, person)).length;
	if (left === 0) {
		throw new InputError(
			`${excludedName} names everybody who may answer`,
			'Add other people under People.',
		);
	}
	if (needed === 'all' || needed <= left) return;
	throw new InputError(
		`Number of Approvals cannot be ${needed}: only ${left} of the people may answer`,
		'Add more people, or ask for fewer approvals.',
	);
}

function readNeeded(item: OperationItem): Who['needed'] {
	const chosen = item.string('approvalsNeeded');
	if (chosen === 'all') return 'all';
	if (chosen === 'one') return 1;
	const { displayName, typeOptions } = approvalsNeeded[1];
	return readNumber(displayName, item.value('approvalsCount'), typeOptions);
}

/** @returns whether the first decline decides: always where one approval is enough */
export const readDeclineEnds = (item: OperationItem): boolean =>
	item.string('approvalsNeeded') === 'one' ||
	readBoolean('One Decline Ends It', item.value('declineEnds'));

/**
 * Reads whose answer counts. Looks up people by email address, phone number or user_id.
 *
 * @throws InputError for a value that cannot be used
 */
export async function readWho(item: OperationItem, isApproval: boolean): Promise<Who> {
	if (answerIn.read(item) === 'browser') return { excluded: [], needed: 1 };
	const isChosen = item.string('whoMayAnswer') === 'people';
	const needed = isApproval ? readNeeded(item) : 1;
	const rows = isChosen ? item.rows('approvers.approver') : [];
	const entries = rows.flatMap(({ person }) => entriesOfRow('People', person));
	const excludedEntries = readStrings(excludedName, excludedOption.read(item));
	const approvers = isChosen ? await peopleOf(item, 'People', entries) : undefined;
	const excluded = await peopleOf(item, excludedName, excludedEntries);
	check(approvers, excluded, needed);
	return { approvers, excluded, needed };
}
