/** Control characters that are no line breaks or tabs, and what Unicode says is not shown. */
const HIDDEN = String.raw`[\p{Default_Ignorable_Code_Point}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]`;

/** Behind other characters than ASCII, joiners and selectors make emoji and letters what they are. */
const PART_OF_A_SIGN = String.raw`(?<=[^\x00-\x7f])(?:\u200c|\u200d|\p{Variation_Selector}|[\u{e0020}-\u{e007f}])`;

const INVISIBLE = new RegExp(`(?!${PART_OF_A_SIGN})${HIDDEN}`, 'u');

const ALL_HIDDEN = new RegExp(HIDDEN, 'gu');

/**
 * Finds a character that nobody sees, as one comes along when something is pasted.
 *
 * @returns how Unicode writes it, such as U+200B; undefined when there is none
 */
export function invisibleIn(text: string): string | undefined {
	const code = INVISIBLE.exec(text)?.[0].codePointAt(0);
	return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Takes all characters out that nobody sees, also those that are part of a sign. */
export const withoutInvisible = (text: string): string => text.replace(ALL_HIDDEN, '');
