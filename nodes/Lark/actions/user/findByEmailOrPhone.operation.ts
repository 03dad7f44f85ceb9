import { isEmail } from '../../../shared/email';
import { InputError } from '../../../shared/inputError';
import { batchGetUserIds } from '../../../shared/lark/people';
import { switchOption } from '../../fields/field';
import { optionsCollection } from '../../fields/options';
import { withoutSeparators, withPlus } from '../../fields/phone';
import { userIdType } from '../../fields/userIds';
import type { Operation } from '../operation';

const MAX_ENTRIES = 50;

const includeResigned = switchOption({
	displayName: 'Include Resigned',
	name: 'include_resigned',
	type: 'boolean',
	default: true,
	description: 'Whether to find people who have left the company, too',
});

export const userFindByEmailOrPhone: Operation = {
	name: 'Find by Email or Phone',
	value: 'findByEmailOrPhone',
	action: 'Find users by email or phone',
	description:
		'Look up the IDs of Lark users by email address or phone number. One item per address and number: "found" tells whether there is a user, "user_id" is the ID.',
	endpoints: [batchGetUserIds],
	lanes: [],
	properties: [
		{
			displayName: 'Emails',
			name: 'emails',
			type: 'string',
			default: '',
			placeholder: 'e.g. ada@example.com, grace@example.com',
			description: `Up to ${MAX_ENTRIES} addresses, separated by commas`,
		},
		{
			displayName: 'Phones',
			name: 'phones',
			type: 'string',
			default: '',
			placeholder: 'e.g. +15550100, 13011111111',
			description: `Up to ${MAX_ENTRIES} numbers, separated by commas. Numbers from outside mainland China need a + and the country code.`,
		},
		optionsCollection([includeResigned.property, userIdType.property]),
	],

	async execute(item) {
		const emails = checkEntries('Emails', item.strings('emails'), isEmail);
		const phones = item.strings('phones').map((phone) => withPlus(withoutSeparators(phone)));
		const mobiles = checkEntries('Phones', phones, isPhone);
		if (emails.length + mobiles.length === 0) {
			throw new InputError(
				'Emails and Phones are empty',
				'Enter at least one email address or phone number.',
			);
		}
		const { user_list } = await item.lark.call(batchGetUserIds, {
			query: { user_id_type: userIdType.read(item) },
			body: { emails, mobiles, include_resigned: includeResigned.read(item) },
		});
		return (user_list ?? []).map((user) => ({ found: Boolean(user.user_id), ...user }));
	},
};

const isPhone = (text: string) => /^\+?\d{5,}$/.test(text);

function checkEntries(
	field: string,
	values: string[],
	isRight: (value: string) => boolean,
): string[] {
	const wrong = values.find((value) => !isRight(value));
	if (wrong !== undefined) {
		throw new InputError(`${field} cannot have "${wrong}"`, 'Check the entry, or leave it out.');
	}
	const entries = [...new Set(values)];
	if (entries.length <= MAX_ENTRIES) return entries;
	throw new InputError(
		`${field} has ${entries.length} entries, Lark takes at most ${MAX_ENTRIES}`,
		'Look up the people in several steps.',
	);
}
