import { isAccident } from './values';

export type UserIdType = 'open_id' | 'union_id' | 'user_id';

/** IDs of other things and addresses, which are no user IDs though they could look like a user_id. */
const FOREIGN = /^(o[cunm]_|omt_|cli_|od-)|@/;

/**
 * Tells what kind of user ID a value is.
 *
 * @returns undefined for what is none
 * @see home/user-identity-introduction, the prefixes of IDs
 */
export function userIdTypeOf(id: string): UserIdType | undefined {
	if (/^ou_\w+$/.test(id)) return 'open_id';
	if (/^on_\w+$/.test(id)) return 'union_id';
	const isUserId = /^[a-zA-Z0-9][\w.-]{0,63}$/.test(id) && !FOREIGN.test(id) && !isAccident(id);
	return isUserId ? 'user_id' : undefined;
}
