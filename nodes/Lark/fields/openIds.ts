import { InputError, unusableValue } from '../../shared/inputError';
import { readAddress } from './address';
import type { OperationItem } from './item';
import { openIdOf } from './openId';

const FIX =
	'Enter open_ids (ou_...), email addresses or phone numbers. Lark takes no other IDs of people here.';

async function resolve({ lark }: OperationItem, field: string, value: string): Promise<string> {
	const addresses = readAddress(value);
	const openId = addresses.find(({ receive_id_type }) => receive_id_type === 'open_id');
	if (openId) return openId.receive_id;
	const [{ receive_id = '', receive_id_type: type } = {}] = addresses;
	if (type === 'email' || type === 'phone') return await openIdOf(lark, field, type, receive_id);
	throw unusableValue(field, value, 'it is no open_id, email address or phone number', FIX);
}

/**
 * Finds the open IDs of people, each once; email addresses and phone numbers are looked up.
 *
 * @param field as the user knows it
 * @throws InputError for what is nobody, NodeApiError for what Lark refused
 */
export async function openIdsOf(
	item: OperationItem,
	field: string,
	values: string[],
): Promise<string[]> {
	const ids: string[] = [];
	for (const value of new Set(values)) ids.push(await resolve(item, field, value));
	return [...new Set(ids)];
}

/**
 * Checks people whom Lark takes by open_id alone, and who are not looked up.
 *
 * @param field as the user knows it
 * @returns each ID once
 * @throws InputError for what is no open_id
 */
export function checkOpenIds(field: string, ids: string[]): string[] {
	const wrong = ids.find((id) => !/^ou_\w+$/.test(id));
	if (wrong === undefined) return [...new Set(ids)];
	throw new InputError(`${field} cannot have "${wrong}"`, 'Enter open_ids (ou_...).');
}
