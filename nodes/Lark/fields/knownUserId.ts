import { InputError } from '../../shared/inputError';
import { basicBatchUsers } from '../../shared/lark/people';
import type { LarkClient } from '../../shared/transport/client';
import { larkCodeOf } from '../../shared/transport/larkCode';
import { oncePerRun } from './oncePerRun';

const FIX =
	'Pick the person from the list, or enter an open_id (ou_...), union_id (on_...), user_id, email address or phone number. A name is none of these.';

/** The app, or the person, lacks a scope. */
const WITHOUT_SCOPE = [99991672, 99991679];

async function exists(lark: LarkClient, userId: string): Promise<boolean> {
	const { users } = await lark.call(basicBatchUsers, {
		query: { user_id_type: 'user_id' },
		body: { user_ids: [userId] },
	});
	return users?.some(({ user_id }) => user_id === userId) ?? false;
}

/**
 * Checks that a user_id is somebody's. A user_id looks like any word: a name would pass for one.
 *
 * @param field as the user knows it
 * @throws InputError when nobody has it, or Lark does not tell
 * @see contact-v3/user/basic_batch: whoever is not found is left out
 */
export async function checkKnownUserId(
	lark: LarkClient,
	field: string,
	userId: string,
): Promise<string> {
	if (lark.actAs === 'groupBot') return userId; // It can ask nobody.
	const isKnown = await oncePerRun(
		lark,
		`user_id ${userId}`,
		async () => await exists(lark, userId),
	).catch((error: Error) => {
		if (!WITHOUT_SCOPE.includes(larkCodeOf(error) ?? 0)) throw error;
		throw new InputError(
			`${field} cannot be "${userId}": the app may not look up whether this is a user_id`,
			`Add the scope contact:user.basic_profile:readonly to the app and publish a version. ${FIX}`,
		);
	});
	if (isKnown) return userId;
	throw new InputError(`${field} cannot be "${userId}": nobody has this user_id`, FIX);
}
