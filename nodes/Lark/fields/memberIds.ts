import { InputError } from '../../shared/inputError';
import type { UserIdType } from '../../shared/userId';
import { recogniseUserIds } from './userIds';

export type MemberIdType = UserIdType | 'app_id';

const isAppId = (id: string) => /^cli_\w+$/.test(id);

/**
 * Checks the App IDs of bots.
 *
 * @param field as the editor shows it
 * @returns each ID once
 * @throws InputError when one is no App ID
 */
export function checkAppIds(field: string, ids: string[]): string[] {
	const wrong = ids.find((id) => !isAppId(id));
	if (wrong === undefined) return [...new Set(ids)];
	throw new InputError(
		`${field} cannot have "${wrong}": App IDs start with cli_`,
		'Take the App ID from the developer console.',
	);
}

/**
 * Tells from IDs of people or of bots what kind they are.
 *
 * @param field as the editor shows it
 * @returns the kind, and each ID once
 * @throws InputError when there are none, kinds are mixed or a value is no such ID
 * @see group/chat-member/create, member_id_type
 */
export function recogniseMemberIds(
	field: string,
	values: string[],
): { member_id_type: MemberIdType; ids: string[] } {
	const bots = values.filter(isAppId);
	if (bots.length === 0) {
		const { user_id_type: member_id_type, ids } = recogniseUserIds(field, values);
		return { member_id_type, ids };
	}
	if (bots.length === values.length) {
		return { member_id_type: 'app_id', ids: checkAppIds(field, bots) };
	}
	throw new InputError(
		`${field} has IDs of people and of bots`,
		'Lark takes one kind of ID at a time. Use one step for people and one for bots.',
	);
}
