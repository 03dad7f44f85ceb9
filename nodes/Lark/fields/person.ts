import type { INodeProperties } from 'n8n-workflow';

import { InputError, unusableValue } from '../../shared/inputError';
import { readAddress, type Address } from './address';
import type { Field, FieldLabels } from './field';
import type { OperationItem } from './item';
import { openIdOf } from './openId';
import { personLocator } from './personLocator';

type Kind = Exclude<Address['receive_id_type'], 'chat_id' | 'phone'>;

const FIX =
	'Pick a person from the list, or enter an open_id (ou_...), email address or phone number.';

/**
 * A person, picked by name or typed in. An email address or phone number that the endpoint does not
 * take is looked up.
 *
 * @param takes the kinds of ID that the endpoint takes, open_id among them
 */
export function personField<T extends Kind>(
	takes: readonly T[],
	labels: FieldLabels,
): Field<Promise<{ id: string; type: T | 'open_id' }>, OperationItem> {
	const property: INodeProperties = {
		displayName: 'User',
		name: 'userId',
		required: true,
		...personLocator({
			placeholder: 'e.g. ou_7d8a6e6df7621556ce0d21922b676706',
			hint: 'An open_id (ou_), union_id (on_), user_id, email address or phone number',
		}),
		...labels,
	};
	return {
		property,
		async read(item) {
			const field = property.displayName;
			const value = item.string(property.name).trim();
			const [address] = readAddress(value).filter(
				({ receive_id_type }) => receive_id_type !== 'chat_id',
			);
			if (!address) throw unusableValue(field, value, 'it is not a person', FIX);
			const { receive_id: id, receive_id_type } = address;
			const type = takes.find((kind) => kind === receive_id_type);
			if (type) return { id, type };
			if (receive_id_type === 'email' || receive_id_type === 'phone') {
				return { id: await openIdOf(item.lark, field, receive_id_type, id), type: 'open_id' };
			}
			throw new InputError(`${field} cannot be the ${receive_id_type} "${value}" here`, FIX);
		},
	};
}
