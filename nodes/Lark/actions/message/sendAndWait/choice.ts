import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../../shared/inputError';
import { readStrings } from '../../../../shared/values';
import type { ItemParameters } from '../../../fields/item';

const MAX_CHOICES = 100;

/** @see feishu-cards/card-json-v2-components, button and select_static */
const MAX_LABEL = 100;

/**
 * Checks that a text is no longer than Lark shows it.
 *
 * @param what names it in the error
 * @throws InputError when it is
 */
export function checkLabel(what: string, text: string): string {
	if (text.length <= MAX_LABEL) return text;
	throw new InputError(
		`${what} has ${text.length} characters of at most ${MAX_LABEL}`,
		'Shorten it, and put the rest into the message.',
	);
}

/** The fields of a choice. */
export const choiceProperties: INodeProperties[] = [
	{
		displayName: 'Choices',
		name: 'choices',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		default: { values: [{ option: '' }] },
		required: true,
		placeholder: 'Add Choice',
		description: 'What people can choose. Up to five are buttons, more are a list.',
		options: [
			{
				displayName: 'Values',
				name: 'values',
				values: [
					{
						displayName: 'Choice',
						name: 'option',
						type: 'string',
						default: '',
						placeholder: 'e.g. Tuesday',
						description: 'A text; an expression may give a list of them',
					},
				],
			},
		],
	},
	{
		displayName: 'Allow Several Choices',
		name: 'allowSeveral',
		type: 'boolean',
		default: false,
		description: 'Whether people can choose several',
	},
];

/** The texts of a row: one, or all of a list that an expression gives. */
const textsOf = (what: string, option: unknown): string[] =>
	Array.isArray(option)
		? readStrings(what, option)
		: [readStrings(what, [option ?? '']).join()].map((text) => text.trim());

/**
 * Reads the entries of a list.
 *
 * @param what names the list in errors
 * @param rows each with an `option`
 * @throws InputError when there are none, too many, or one twice or empty
 */
export function readOptions(what: string, rows: Array<{ option?: unknown }>): string[] {
	const options = rows.flatMap(({ option }) => textsOf(what, option));
	const fix = 'Enter each of them once.';
	if (options.length === 0) throw new InputError(`${what} is empty`, fix);
	if (options.includes('')) throw new InputError(`An entry of ${what} is empty`, fix);
	if (options.length > MAX_CHOICES) {
		throw new InputError(
			`${what} has ${options.length} entries, of at most ${MAX_CHOICES}`,
			'Offer fewer of them.',
		);
	}
	const twice = options.find((option, index) => options.indexOf(option) !== index);
	if (twice !== undefined) throw new InputError(`${what} has "${twice}" twice`, fix);
	for (const option of options) checkLabel(`An entry of ${what}`, option);
	return options;
}

/** @throws InputError for choices that cannot be offered */
export const readChoiceAsked = (item: ItemParameters, submit: string) => ({
	type: 'choice' as const,
	choices: readOptions('Choices', item.rows('choices.values')),
	several: item.boolean('allowSeveral'),
	submit,
});
