import { isChatId } from '../../shared/chatId';
import { isEmail } from '../../shared/email';
import { userIdTypeOf, type UserIdType } from '../../shared/userId';
import { readPhone } from './phone';

/** A chat or person, as people write it. */
export interface Address {
	receive_id: string;
	receive_id_type: UserIdType | 'email' | 'phone' | 'chat_id';
}

/**
 * Tells what a value can be: digits can be a phone number and a user_id.
 *
 * @returns the most likely one first; nothing for what cannot receive a message
 * @see im-v1/message/create, receive_id_type; home/user-identity-introduction, the prefixes of IDs
 */
export function readAddress(value: string): Address[] {
	const receive_id = value.trim();
	if (isChatId(receive_id)) return [{ receive_id, receive_id_type: 'chat_id' }];
	if (isEmail(receive_id)) return [{ receive_id, receive_id_type: 'email' }];
	const addresses: Address[] = [];
	const phone = readPhone(receive_id);
	if (phone) addresses.push({ receive_id: phone, receive_id_type: 'phone' });
	const userIdType = userIdTypeOf(receive_id);
	if (userIdType) addresses.push({ receive_id, receive_id_type: userIdType });
	return addresses;
}
