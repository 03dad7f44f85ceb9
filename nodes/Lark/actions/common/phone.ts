import type { Client } from '@larksuiteoapi/node-sdk';

import { InputError } from '../../../shared/inputError';
import type { LarkClient } from '../../../shared/transport/client';

const INTERNATIONAL = /^\+\d[\d ().-]{5,}$/;

/** A number of mainland China, with or without its country code. */
const MAINLAND = /^(?:\+86)?(1[3-9]\d{9})$/;

/** A phone number as it is written, without what separates its digits. */
export const withoutSeparators = (phone: string): string => phone.replace(/[\s().-]/g, '');

/**
 * Reads a phone number.
 *
 * @returns the number as Lark looks it up; undefined for what is no phone number
 * @see contact-v3/user/batch_get_id, mobiles: numbers outside mainland China have a + and the country code
 */
export function readPhone(value: string): string | undefined {
	const number = withoutSeparators(value);
	const [, mainland] = MAINLAND.exec(number) ?? [];
	return mainland ?? (INTERNATIONAL.test(value) ? number : undefined);
}

type OpenId = Promise<string | undefined>;

/** What has been looked up, by the client: one run of the node has one. */
const lookedUp = new WeakMap<LarkClient, Map<string, OpenId>>();

async function lookUp(lark: LarkClient, phone: string): OpenId {
	const { user_list } = await lark.call<Client['contact']['v3']['user']['batchGetId']>({
		method: 'POST',
		url: '/open-apis/contact/v3/users/batch_get_id',
		query: { user_id_type: 'open_id' },
		body: { mobiles: [phone] },
	});
	return user_list?.find(({ user_id }) => user_id)?.user_id;
}

/**
 * Finds the person with a phone number. Asks Lark once per run of the node and number, also when
 * several items ask at the same time; a lookup that failed is not kept.
 *
 * @param field as the user knows it, for the error
 * @param phone as `readPhone` gives it
 * @returns the open_id
 * @throws InputError when nobody has the number, or a person asks, NodeApiError for what Lark refused
 * @see contact-v3/user/batch_get_id: unknown users come back without user_id
 */
export async function openIdOfPhone(
	lark: LarkClient,
	field: string,
	phone: string,
): Promise<string> {
	lark.assertBot(`${field} cannot be a phone number as User: Lark looks them up for the bot only`);
	const known = lookedUp.get(lark) ?? new Map<string, OpenId>();
	lookedUp.set(lark, known);
	const lookup = known.get(phone) ?? lookUp(lark, phone);
	known.set(phone, lookup);
	lookup.catch(() => known.delete(phone));
	const openId = await lookup;
	if (openId) return openId;
	throw new InputError(
		`${field} cannot be "${phone}": the app finds nobody with this phone number`,
		'Check the number: outside mainland China it starts with + and the country code. The app needs the scope contact:user.id:readonly, and the person must be in its availability.',
	);
}
