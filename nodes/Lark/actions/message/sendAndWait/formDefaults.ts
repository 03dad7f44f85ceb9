import { MAX_INPUT_LENGTH } from '../../../../shared/content/elements/textInput';
import { readValue } from '../../../../shared/decision/readValues';
import type { FieldType } from '../../../../shared/decision/question';
import { InputError } from '../../../../shared/inputError';
import { isNothing, quoted, readStrings, readText } from '../../../../shared/values';

const LISTS: FieldType[] = ['checkbox', 'dropdown', 'multiSelect'];

/** What a default must look like, by the type of its field. */
const FORMS: Partial<Record<FieldType, string>> = {
	date: 'Enter a date such as 2026-01-31.',
	time: 'Enter a time such as 09:30.',
	number: 'Enter a number.',
	email: 'Enter an email address.',
};

/** A date of an expression, $now or a time with a date, as its day. */
const dayOf = (text: string): string =>
	/^\d{4}-\d{2}-\d{2}T/.test(text) ? text.slice(0, 10) : text;

function checkLength(what: string, text: string): void {
	if (text.length <= MAX_INPUT_LENGTH) return;
	throw new InputError(
		`${what} has ${text.length} characters of at most ${MAX_INPUT_LENGTH}`,
		'Shorten it.',
	);
}

/**
 * Reads what is filled in at first.
 *
 * @param choices of a list, to which a default must belong
 * @throws InputError for a default that the field cannot have
 */
export function readDefault(
	type: FieldType,
	label: string,
	value: unknown,
	choices: string[],
): string | string[] {
	const what = `Default Value of "${label}"`;
	if (isNothing(value)) return LISTS.includes(type) ? [] : '';
	if (LISTS.includes(type)) {
		const chosen = type === 'dropdown' ? [readText(what, value).trim()] : readStrings(what, value);
		const unknown = chosen.find((entry) => !choices.includes(entry));
		if (unknown === undefined) return chosen;
		throw new InputError(
			`${what} cannot be ${quoted(unknown)}: it is not among the Field Options`,
			`Enter one of: ${choices.join(', ')}.`,
		);
	}
	const text = readText(what, value);
	const entered = type === 'date' ? dayOf(text.trim()) : text;
	if (type === 'person' || entered.trim() === '') return '';
	checkLength(what, entered);
	if (readValue(type, entered) !== undefined) return entered;
	throw new InputError(`${what} cannot be ${quoted(text)}`, FORMS[type] ?? 'Enter a text.');
}
