import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { InputError } from './inputError';

type Choices = INodePropertyOptions[];

/** Whether an expression or an empty field gave nothing. */
export const isNothing = (value: unknown): value is undefined | null | '' =>
	value === undefined || value === null || value === '';

/**
 * Whether a text is what JavaScript makes of something missing, or of an object, when an expression
 * joins it to a text: no ID, key or code looks like this.
 */
export const isAccident = (text: string): boolean =>
	/^(undefined|null|NaN)$|^\[object \w+\]$/.test(text);

/** What was picked, typed or given by an expression in a picker that stands in a collection. */
export const picked = (picker: unknown): unknown =>
	typeof picker === 'object' && picker !== null && 'value' in picker ? picker.value : picker;

/** A value as text: an object as its JSON, unless it has none, for example because it contains itself. */
function shownText(value: unknown): string {
	if (typeof value !== 'object') return String(value);
	try {
		return JSON.stringify(value);
	} catch {
		return Array.isArray(value) ? 'a list' : 'an object';
	}
}

/** A value as an error shows it, in a reasonable length. */
export const quoted = (value: unknown): string => {
	const text = shownText(value);
	return `"${text.length > 80 ? `${text.slice(0, 80)}...` : text}"`;
};

/** A time as an expression gives it, $now or a Date, as ISO 8601; undefined for anything else, null for no valid time. */
function isoTextOf(value: unknown): string | null | undefined {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
	const { toISO } = (value ?? {}) as { toISO?: unknown };
	return typeof toISO === 'function' ? (toISO.call(value) as string | null) : undefined;
}

/**
 * Reads a text: nothing as '', numbers as text, times as ISO 8601.
 *
 * @param field as the editor shows it
 * @throws InputError for a list or an object, also one that an expression has turned into text, and for an invalid time
 */
export function readText(field: string, value: unknown): string {
	const time = isoTextOf(value);
	if (time === null || String(time).startsWith('Invalid ')) {
		throw new InputError(
			`${field} is a date or time that does not exist`,
			'Check the expression: what it reads as a date is none.',
		);
	}
	if (time !== undefined) return time;
	const text = typeof value === 'object' ? '' : String(value ?? '');
	const isObject = typeof value === 'object' && value !== null;
	if (!isObject && !/^\s*\[object \w+\]\s*$/.test(text)) return text;
	throw new InputError(
		`${field} is ${Array.isArray(value) ? 'a list' : 'an object'}, not a text`,
		'Check the expression: it must give one text, for example a single field of the item.',
	);
}

/**
 * Reads a list of IDs or the like: a list, or one text with commas or line breaks between the
 * entries. Empty entries are left out.
 *
 * @param field as the editor shows it
 * @throws InputError for an object, or a list that has one
 */
export function readStrings(field: string, value: unknown): string[] {
	const entries: unknown[] = Array.isArray(value)
		? value.map((entry, index) => readText(`Entry ${index + 1} of ${field}`, entry))
		: readText(field, value).split(/[,\n]/);
	return entries.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
}

/**
 * Reads a switch.
 *
 * @param field as the editor shows it
 * @returns false for nothing
 * @throws InputError for what is neither true nor false
 */
export function readBoolean(field: string, value: unknown): boolean {
	const word = isNothing(value) ? 'false' : shownText(value).trim().toLowerCase();
	if (word === 'true' || word === '1') return true;
	if (word === 'false' || word === '0') return false;
	throw new InputError(
		`${field} cannot be ${quoted(value)}: it is on or off`,
		'Use the switch, or an expression that gives true or false.',
	);
}

/** What a number may be. */
export interface NumberRange {
	minValue?: number;
	maxValue?: number;
	/** 0 for whole numbers. */
	numberPrecision?: number;
}

/**
 * Reads a number, also one that is given as text.
 *
 * @param field as the editor shows it
 * @throws InputError for nothing, what is no number, or one outside the range
 */
export function readNumber(field: string, value: unknown, range: NumberRange = {}): number {
	const { minValue = -Infinity, maxValue = Infinity, numberPrecision } = range;
	const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
	const number = text === '' ? NaN : Number(text);
	const isWhole = numberPrecision === 0;
	const fits = Number.isFinite(number) && number >= minValue && number <= maxValue;
	if (fits && (!isWhole || Number.isInteger(number))) return number;
	const limits = [
		minValue > -Infinity && ` from ${minValue}`,
		maxValue < Infinity && ` up to ${maxValue}`,
	];
	throw new InputError(
		isNothing(value) ? `${field} is empty` : `${field} cannot be ${quoted(value)}`,
		`Enter a ${isWhole ? 'whole ' : ''}number${limits.filter(Boolean).join('')}.`,
	);
}

/**
 * Reads one value of a list of choices, as an expression may give it.
 *
 * @param field as the editor shows it
 * @returns the value of the choice
 * @throws InputError for nothing, or what is no choice
 */
export function readChoice(
	field: string,
	value: unknown,
	choices: Choices,
): INodePropertyOptions['value'] {
	const text = readText(field, value).trim();
	const choice = choices.find((candidate) => String(candidate.value) === text);
	if (choice) return choice.value;
	const values = choices.map((candidate) => String(candidate.value));
	throw new InputError(
		text === '' ? `${field} is empty` : `${field} cannot be ${quoted(text)}`,
		`Choose from the list, or use an expression that gives one of: ${values.join(', ')}.`,
	);
}

/** As `readChoice`, for a field of which several may be chosen; nothing is an empty list. */
export const readChoices = (field: string, value: unknown, choices: Choices) =>
	readStrings(field, value).map((entry) => readChoice(field, entry, choices));

/** What an optional field gives, by its kind; undefined when an expression gives nothing. */
export function readField(property: INodeProperties, value: unknown): unknown {
	const { displayName, type, typeOptions } = property;
	const isMany = type === 'multiOptions' || typeOptions?.multipleValues === true;
	switch (type) {
		case 'string':
			return isMany ? value : readText(displayName, value);
		case 'boolean':
			return readBoolean(displayName, value);
		case 'number':
			return isNothing(value) ? undefined : readNumber(displayName, value, typeOptions);
		case 'options':
			return isNothing(value)
				? undefined
				: readChoice(displayName, value, property.options as Choices);
		case 'multiOptions':
			return readChoices(displayName, value, property.options as Choices);
		default:
			return value;
	}
}
