import { withoutInvisible } from '../../shared/invisible';

const INTERNATIONAL = /^\+\d{6,}$/;

/** A number of mainland China, with or without its country code. */
const MAINLAND = /^(?:\+86)?(1[3-9]\d{9})$/;

/** What stands between digits: spaces, dashes, dots, slashes and brackets of all scripts. */
const SEPARATOR = /[\s\p{Pd}()[\].·/]/gu;

/** The 0 in brackets that is dialled inside the country only. */
const TRUNK_PREFIX = /\(0\)|\[0\]/;

/** Digits with separators, as no ID of a user has them. */
const IS_WRITTEN_OUT = /[^\w.-]/;

/**
 * A phone number as it is written or pasted, in characters of any width, without `tel:`, what separates its digits and
 * what nobody sees, and of an international one without the 0 in parentheses: +49 (0)170 1234567.
 */
export function withoutSeparators(phone: string): string {
	const text = withoutInvisible(phone.normalize('NFKC')).replace(/^\s*tel:/i, '');
	const isInternational = /^[\s([]*(?:\+|00\s*[1-9])/.test(text);
	return text.replace(isInternational ? TRUNK_PREFIX : '', '').replace(SEPARATOR, '');
}

/**
 * Reads a phone number. 00 stands for + in one that is written out: digits alone are rather a user_id.
 *
 * @returns the number as Lark looks it up; undefined for what is no phone number
 * @see contact-v3/user/batch_get_id, mobiles: numbers outside mainland China have a + and the country code
 */
export function readPhone(value: string): string | undefined {
	const digits = withoutSeparators(value);
	const number = IS_WRITTEN_OUT.test(value.trim()) ? withPlus(digits) : digits;
	const [, mainland] = MAINLAND.exec(number) ?? [];
	return mainland ?? (INTERNATIONAL.test(number) ? number : undefined);
}

/** Writes 00, which is dialled before a country code, as +. */
export const withPlus = (number: string): string => number.replace(/^00(?=[1-9])/, '+');
