import type { INodeProperties } from 'n8n-workflow';

import { unusableValue } from '../../shared/inputError';
import { locator } from '../../shared/pickers/locator';
import type { UserIdType } from '../../shared/userId';
import { readAddress, type Address } from './address';
import type { ItemParameters, OperationItem } from './item';
import { openIdOf } from './openId';

/** A receiver as the send endpoint takes it. */
export interface Receiver {
	receive_id: string;
	receive_id_type: UserIdType | 'email' | 'chat_id';
}

const property: INodeProperties = {
	displayName: 'Send To',
	name: 'receiver',
	required: true,
	description:
		'The chat or person that gets the message: a chat_id (oc_...), open_id (ou_...), user_id, email address or phone number',
	...locator({
		list: {
			search: 'searchReceivers',
			placeholder: 'Select a chat or person...',
			hint: 'Lists the groups that the bot is in, and people. Not in the list? Choose ID, Email or Phone.',
		},
		typed: {
			displayName: 'ID, Email or Phone',
			name: 'address',
			placeholder: 'e.g. oc_a0553eda9014c201e6969b478895c230',
			hint: 'A chat_id (oc_), open_id (ou_), union_id (on_), user_id, email address or phone number',
		},
	}),
};

/** IDs of other things, which people paste by mistake. */
const FOREIGN_PREFIXES: Record<string, string> = {
	om_: 'a message ID. To answer a message, use the operation Reply',
	omt_: 'a thread ID. To answer in a thread, use the operation Reply',
	cli_: 'an App ID',
	'od-': 'a department ID',
};

/**
 * Tells from a value what kind of receiver it is.
 *
 * @param value an ID, email address or phone number, as picked or typed
 * @param field as the user knows it
 * @throws InputError for anything that cannot receive a message
 */
export function recogniseReceiver(value: string, field = 'Send To'): Address {
	const [address] = readAddress(value);
	if (address) return address;
	const text = value.trim();
	const foreign = Object.keys(FOREIGN_PREFIXES).find((known) => text.startsWith(known));
	const reason = foreign
		? `this is ${FOREIGN_PREFIXES[foreign]}`
		: 'no ID, email address or phone number looks like this';
	throw unusableValue(
		field,
		text,
		reason,
		'Enter a chat_id (oc_...), open_id (ou_...), union_id (on_...), user_id, email address or phone number. Send To also has a list to pick from.',
	);
}

/**
 * Makes of an address what the send endpoint takes: only a phone number has to be looked up.
 *
 * @throws InputError when nobody has the number, NodeApiError for what Lark refused
 */
export async function resolveReceiver(
	{ lark }: OperationItem,
	{ receive_id, receive_id_type }: Address,
	field = 'Send To',
): Promise<Receiver> {
	if (receive_id_type !== 'phone') return { receive_id, receive_id_type };
	return {
		receive_id: await openIdOf(lark, field, 'phone', receive_id),
		receive_id_type: 'open_id',
	};
}

/** Who gets the message. Reading looks nothing up: `resolveReceiver` does, after the other fields are read. */
export const receiver = {
	property,
	read: (item: ItemParameters): Address => recogniseReceiver(item.string(property.name)),
};
