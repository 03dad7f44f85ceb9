import { InputError } from '../../../shared/inputError';

/**
 * Reads a text: nothing as '', numbers as text.
 *
 * @param field as the editor shows it
 * @throws InputError for a list or an object
 */
export function readText(field: string, value: unknown): string {
	if (typeof value === 'object' && value !== null) {
		throw new InputError(
			`${field} is ${Array.isArray(value) ? 'a list' : 'an object'}, not a text`,
			'Check the expression: it must give one text, for example a single field of the item.',
		);
	}
	return String(value ?? '');
}

/**
 * Reads a list of IDs or the like: a list, or one text with commas or line breaks between the
 * entries. Empty entries are left out.
 */
export function readStrings(value: unknown): string[] {
	const entries: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(/[,\n]/);
	return entries.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
}
