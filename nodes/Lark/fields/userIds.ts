import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../shared/inputError';
import { userIdTypeOf, type UserIdType } from '../../shared/userId';
import { choiceOption } from './field';

/** People by ID; `recogniseUserIds` checks what `item.strings` reads. */
export const usersProperty: INodeProperties = {
	displayName: 'Users',
	name: 'users',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. ou_7d8a6e6df762, ou_9b0a6e6df762',
	description:
		'IDs of the people, separated by commas: open_ids (ou_), union_ids (on_) or user_ids, all of one kind',
};

/** The kind of user ID in the output. */
export const userIdType = choiceOption({
	displayName: 'User ID Type',
	name: 'user_id_type',
	type: 'options',
	options: [
		{ name: 'Open ID', value: 'open_id', description: 'Differs from app to app' },
		{ name: 'Union ID', value: 'union_id', description: 'Same in all apps of a developer' },
		{ name: 'User ID', value: 'user_id', description: 'Same everywhere in the company' },
	],
	default: 'open_id',
	description: 'Kind of ID by which people are in the output',
});

const FIX =
	'Enter open_ids (ou_...), union_ids (on_...) or user_ids. User > Find by Email or Phone gives the ID of a person.';

/**
 * Tells from the values what kind of user IDs they are.
 *
 * @param field as the editor shows it
 * @returns the kind, and each ID once
 * @throws InputError when there are none, kinds are mixed or a value is no user ID
 * @see home/user-identity-introduction, the prefixes of IDs
 */
export function recogniseUserIds(
	field: string,
	ids: string[],
): { user_id_type: UserIdType; ids: string[] } {
	const wrong = ids.find((id) => !userIdTypeOf(id));
	if (wrong) throw new InputError(`${field} cannot have "${wrong}": it is not a user ID`, FIX);
	const [user_id_type, ...others] = new Set(ids.map(userIdTypeOf));
	if (!user_id_type) throw new InputError(`${field} is empty`, FIX);
	if (others.length === 0) return { user_id_type, ids: [...new Set(ids)] };
	throw new InputError(
		`${field} has IDs of several kinds: ${[user_id_type, ...others].join(', ')}`,
		'Use IDs of one kind in one step.',
	);
}
