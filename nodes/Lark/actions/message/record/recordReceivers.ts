import { InputError } from '../../../../shared/inputError';
import { readStrings, readText } from '../../../../shared/values';
import { readAddress, type Address } from '../../../fields/address';
import { recogniseReceiver } from '../../../fields/receiver';

const PERSON: Array<Address['receive_id_type']> = ['open_id', 'union_id', 'user_id'];

/** What a receiveId can be, by receiveType. Each kind of address stands for itself, too. */
const RECEIVE_TYPES: Record<string, Array<Address['receive_id_type']>> = {
	user: PERSON,
	email: ['email'],
	phone: ['phone', 'email'],
	chat: ['chat_id'],
	open_id: ['open_id'],
	union_id: ['union_id'],
	user_id: ['user_id'],
	chat_id: ['chat_id'],
};

function readReceiver(type: string, receiveId: string): Address {
	if (type === '') return recogniseReceiver(receiveId, 'receiveId');
	const kinds = RECEIVE_TYPES[type];
	const address = readAddress(receiveId).find((kind) => kinds.includes(kind.receive_id_type));
	if (address) return address;
	const { receive_id_type } = recogniseReceiver(receiveId, 'receiveId');
	throw new InputError(
		`receiveId cannot be "${receiveId}" with the receiveType "${type}": it is of the kind ${receive_id_type}`,
		'Correct one of the two, or leave out receiveType: the receiveId alone is enough. Phone numbers from outside mainland China start with + and the country code.',
	);
}

/**
 * Reads who gets the message of a record.
 *
 * @param receiveType user, email, phone, chat or one of Lark's; by the receiveId when it is missing
 * @param receiveId one, a list, or one text with commas between them
 * @throws InputError that names the record's field
 */
export function readRecordReceivers(receiveType: unknown, receiveId: unknown): Address[] {
	const type = readText('receiveType', receiveType).trim();
	if (type !== '' && !Object.hasOwn(RECEIVE_TYPES, type)) {
		throw new InputError(
			`receiveType cannot be "${type}"`,
			`Use one of ${Object.keys(RECEIVE_TYPES).join(', ')}, or leave it out.`,
		);
	}
	const receiveIds = readStrings('receiveId', receiveId);
	if (receiveIds.length > 0) return receiveIds.map((id) => readReceiver(type, id));
	throw new InputError(
		'receiveId is missing',
		'Give the item a field "receiveId": a chat_id, open_id, union_id, user_id, email address or phone number, or a list of them.',
	);
}
