import type { INodeProperties } from 'n8n-workflow';

import { EVERYONE } from '../../shared/content/mention';
import { unusableValue } from '../../shared/inputError';
import { isObject } from '../../shared/objects';
import { picked, readStrings } from '../../shared/values';
import { readAddress } from './address';
import type { Field } from './field';
import type { ItemParameters, OperationItem } from './item';
import { checkKnownUserId } from './knownUserId';
import { openIdOf } from './openId';
import { personLocator } from './personLocator';

const FIX =
	'Pick a person or everyone from the list, or enter an open_id (ou_...), email address, phone number or all.';

/** @throws InputError for what is nobody */
async function resolve({ lark }: OperationItem, value: string): Promise<string> {
	if (/^@?all$/i.test(value)) return EVERYONE;
	const [address] = readAddress(value);
	const { receive_id: id = '', receive_id_type: type } = address ?? {};
	switch (type) {
		case 'email':
		case 'phone':
			return await openIdOf(lark, 'Mentions', type, id);
		case 'user_id':
			return await checkKnownUserId(lark, 'Mentions', id);
		case 'open_id':
		case 'union_id':
			return id;
		default:
			throw unusableValue('Mentions', value, 'this is no person', FIX);
	}
}

/** What a row says: one, or several when an expression gives them; a list may be empty. */
function entriesOf(person: unknown): string[] {
	const value = picked(person);
	const entries = readStrings('Mentions', value);
	return entries.length > 0 || Array.isArray(value) ? entries : [''];
}

/** Whom the message notifies. Reading gives the IDs in order; it looks up email addresses and the like. */
export const mentions: Field<Promise<string[]>, OperationItem> = {
	property: {
		displayName: 'Mentions',
		name: 'mentions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		placeholder: 'Add Mention',
		description:
			'People to notify by name, or everyone in the chat. The mentions stand at the start, or where @1, @2 and so on or the names of who was picked, such as @Alice, are in the text.',
		options: [
			{
				displayName: 'Mention',
				name: 'mention',
				values: [
					{
						displayName: 'Person',
						name: 'person',
						...personLocator({
							list: {
								placeholder: 'Select a person or everyone...',
								search: 'searchMentions',
								hint: 'The mention stands at the start of the text, or where @ and the name are in it.',
							},
							placeholder: 'e.g. alice@example.com',
							hint: 'An email address, phone number, open_id (ou_), union_id (on_) or user_id, or all for everyone. An expression may give several.',
						}),
					},
				],
			},
		],
	} satisfies INodeProperties,
	async read(item) {
		const rows = item.rows('mentions.mention');
		const values = rows.flatMap(({ person }) => entriesOf(person));
		const ids: string[] = [];
		for (const value of values) ids.push(await resolve(item, value));
		return [...new Set(ids)];
	},
};

/**
 * The names of those who were picked from the list, as n8n keeps them beside the IDs.
 *
 * @param ids as `mentions` has read them
 * @returns a name for each ID, undefined for those who were entered otherwise
 */
export function mentionNames(item: ItemParameters, ids: string[]): Array<string | undefined> {
	const people = item
		.rows('mentions.mention')
		.map(({ person }) => person)
		.filter(isObject);
	const names = new Map(people.map(({ value, cachedResultName }) => [value, cachedResultName]));
	return ids.map((id) => {
		const name = names.get(id);
		return typeof name === 'string' ? name : undefined;
	});
}
