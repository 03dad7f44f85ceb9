import type { INodeProperties } from 'n8n-workflow';

import { unusableValue } from '../../shared/inputError';
import { locator } from '../../shared/pickers/locator';
import { isAccident } from '../../shared/values';
import emojiList from './emoji.json';
import type { Field } from './field';

const simplified = (text: string) => text.toLowerCase().replaceAll(' ', '');

/**
 * Finds emoji by code or name.
 *
 * @param filter part of a name or code; all emoji by default
 * @see im-v1/message-reaction/emojis-introduce
 */
export function findEmoji(filter = ''): Array<{ code: string; name: string }> {
	const part = simplified(filter);
	return emojiList.filter(
		({ code, name }) => simplified(code).includes(part) || simplified(name).includes(part),
	);
}

/**
 * Checks an emoji. Codes are case-sensitive in Lark; here any spelling of a known code or name will do.
 * Unknown codes pass, because Lark adds emoji.
 *
 * @returns Lark's code
 * @throws InputError for what cannot be a code
 */
function checkEmoji(value: string): string {
	const typed = value.trim();
	const exact = emojiList.some(({ code }) => code === typed);
	const known = emojiList.find(({ code, name }) =>
		[code, name].some((word) => simplified(word) === simplified(typed)),
	);
	if (known && !exact) return known.code;
	if (/^\w+$/.test(typed) && !isAccident(typed)) return typed;
	throw unusableValue(
		'Emoji',
		typed,
		'Lark has no such emoji',
		'Pick an emoji from the list, or enter a code such as OK, THUMBSUP or CheckMark.',
	);
}

/** An emoji, picked by its name or entered as code. */
export function emojiField(labels: Pick<INodeProperties, 'displayOptions'> = {}): Field<string> {
	return {
		property: {
			displayName: 'Emoji',
			name: 'emoji',
			required: true,
			description: "The emoji, by its name or by Lark's code such as THUMBSUP or DONE",
			...locator({
				list: { search: 'searchEmoji', placeholder: 'Select an emoji...' },
				typed: {
					displayName: 'By Code or Name',
					name: 'code',
					placeholder: 'e.g. THUMBSUP',
					hint: "Lark's code of the emoji, or its name in the list",
				},
			}),
			...labels,
		},
		read: (item) => checkEmoji(item.string('emoji')),
	};
}

/** The option for one emoji only. */
export const onlyEmoji: Field<string | undefined> = {
	property: {
		displayName: 'Emoji',
		name: 'reaction_type',
		type: 'string',
		default: '',
		placeholder: 'e.g. THUMBSUP',
		description: 'Code or name of the only emoji to list',
	},
	read(item) {
		const emoji = item.string('options.reaction_type');
		return emoji ? checkEmoji(emoji) : undefined;
	},
};
