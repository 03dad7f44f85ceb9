import type { INodeProperties } from 'n8n-workflow';

import type { Person } from '../../shared/decision/question';
import { unusableValue } from '../../shared/inputError';
import { picked, readStrings } from '../../shared/values';
import { readAddress } from './address';
import type { OperationItem } from './item';
import { checkKnownUserId } from './knownUserId';
import { openIdOf } from './openId';
import { personLocator } from './personLocator';

const FIX =
	'Pick people from the list, or enter open_ids (ou_...), union_ids (on_...), user_ids, email addresses or phone numbers.';

/**
 * Finds out who is meant: an email address, phone number or user_id is looked up.
 *
 * @param field as the user knows it
 * @throws InputError for what is nobody, NodeApiError for what Lark refused
 */
async function personOf({ lark }: OperationItem, field: string, value: string): Promise<Person> {
	const [address] = readAddress(value);
	const { receive_id: id = '', receive_id_type: type } = address ?? {};
	switch (type) {
		case 'email':
		case 'phone':
			return { open_id: await openIdOf(lark, field, type, id) };
		case 'user_id':
			return { user_id: await checkKnownUserId(lark, field, id) };
		case 'open_id':
		case 'union_id':
			return { [type]: id };
		default:
			throw unusableValue(field, value.trim(), 'this is no person', FIX);
	}
}

/**
 * Finds out who several people are, each once.
 *
 * @param field as the user knows it
 * @throws InputError for what is nobody, NodeApiError for what Lark refused
 */
export async function peopleOf(
	item: OperationItem,
	field: string,
	values: string[],
): Promise<Person[]> {
	const people: Person[] = [];
	for (const value of new Set(values)) people.push(await personOf(item, field, value));
	return people;
}

/** The row of a collection of people: one of them, or several that an expression gives. */
export const personRow: INodeProperties = {
	displayName: 'Person',
	name: 'person',
	...personLocator({
		placeholder: 'e.g. alice@example.com',
		hint: 'An email address, phone number, open_id (ou_), union_id (on_) or user_id. An expression may give several.',
	}),
};

/**
 * Reads what a row of people says; an empty list of an expression is nobody.
 *
 * @param field as the user knows it
 * @throws InputError for an object
 */
export function entriesOfRow(field: string, person: unknown): string[] {
	const value = picked(person);
	const entries = readStrings(field, value);
	return entries.length > 0 || Array.isArray(value) ? entries : [''];
}
