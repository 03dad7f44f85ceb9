import { InputError } from '../../shared/inputError';
import { batchGetUserIds } from '../../shared/lark/people';
import type { LarkClient } from '../../shared/transport/client';
import { oncePerRun } from './oncePerRun';

/** What people are looked up by: the field of Lark's request, and its name. */
const KINDS = {
	email: { field: 'emails', name: 'email address' },
	phone: { field: 'mobiles', name: 'phone number' },
} as const;

async function lookUp(
	lark: LarkClient,
	kind: keyof typeof KINDS,
	value: string,
): Promise<string | undefined> {
	const { user_list } = await lark.call(batchGetUserIds, {
		query: { user_id_type: 'open_id' },
		body: { [KINDS[kind].field]: [value] },
	});
	return user_list?.find(({ user_id }) => user_id)?.user_id;
}

/**
 * Finds the person with a phone number or email address. Asks Lark once per run of the node and
 * value.
 *
 * @param field as the user knows it, for the error
 * @param value a phone number as `readPhone` gives it, or an email address
 * @returns the open_id
 * @throws InputError when nobody has it, or a person asks, NodeApiError for what Lark refused
 * @see contact-v3/user/batch_get_id: unknown users come back without user_id
 */
export async function openIdOf(
	lark: LarkClient,
	field: string,
	kind: keyof typeof KINDS,
	value: string,
): Promise<string> {
	const { name } = KINDS[kind];
	lark.assertBot(
		`${field}: nobody is found by ${name} as User, Lark looks people up for the bot only`,
	);
	const openId = await oncePerRun(
		lark,
		`${kind} ${value}`,
		async () => await lookUp(lark, kind, value),
	);
	if (openId) return openId;
	throw new InputError(
		`${field} cannot be "${value}": the app finds nobody with this ${name}`,
		'Check it: a phone number from outside mainland China starts with + and the country code. The app needs the scope contact:user.id:readonly, and the person must be in its availability.',
	);
}
