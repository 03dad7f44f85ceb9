import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';
import type { OperationItem } from '../operation';
import { readAddress, type Address } from './address';
import { openIdOf } from './openId';

type Kind = Exclude<Address['receive_id_type'], 'chat_id' | 'phone'>;

/** A person, picked by name or typed in; `readPerson` reads it. */
export const personProperty: INodeProperties = {
	displayName: 'User',
	name: 'userId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a person...',
			hint: 'Not in the list? Choose ID, Email or Phone.',
			typeOptions: { searchListMethod: 'searchUsers', searchable: true },
		},
		{
			displayName: 'ID, Email or Phone',
			name: 'address',
			type: 'string',
			placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706',
			hint: 'An open_id (ou_), union_id (on_), user_id, email address or phone number',
		},
	],
};

/**
 * Reads who is meant. An email address or phone number that the endpoint does not take is looked up.
 *
 * @param field as the editor shows it
 * @param name of the parameter
 * @param takes the kinds of ID that the endpoint takes, open_id among them
 * @throws InputError for what is no person or of another kind, NodeApiError when a lookup is refused
 */
export async function readPerson<T extends Kind>(
	item: OperationItem,
	field: string,
	name: string,
	takes: readonly T[],
): Promise<{ id: string; type: T | 'open_id' }> {
	const value = item.string(name).trim();
	const [address] = readAddress(value).filter(
		({ receive_id_type }) => receive_id_type !== 'chat_id',
	);
	const fix =
		'Pick a person from the list, or enter an open_id (ou_...), email address or phone number.';
	if (!address) {
		const problem = value === '' ? 'is empty' : `cannot be "${value}": this is no person`;
		throw new InputError(`${field} ${problem}`, fix);
	}
	const { receive_id: id, receive_id_type } = address;
	const type = takes.find((kind) => kind === receive_id_type);
	if (type) return { id, type };
	if (receive_id_type === 'email' || receive_id_type === 'phone') {
		return { id: await openIdOf(item.lark, field, receive_id_type, id), type: 'open_id' };
	}
	throw new InputError(`${field} cannot be the ${receive_id_type} "${value}" here`, fix);
}
