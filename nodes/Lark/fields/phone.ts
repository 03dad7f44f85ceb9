const INTERNATIONAL = /^\+\d[\d ().-]{5,}$/;

/** A number of mainland China, with or without its country code. */
const MAINLAND = /^(?:\+86)?(1[3-9]\d{9})$/;

/**
 * A phone number as it is written, without what separates its digits, and without the 0 in parentheses
 * that is dialled inside the country only: +49 (0)170 1234567.
 */
export const withoutSeparators = (phone: string): string =>
	phone.replace(phone.trimStart().startsWith('+') ? /\(0\)|[\s().-]/g : /[\s().-]/g, '');

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
