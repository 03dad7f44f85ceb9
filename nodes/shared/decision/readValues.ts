import type { IDataObject } from 'n8n-workflow';

import type { Words } from '../content/cardText';
import { isEmail } from '../email';
import type { QuestionField } from './question';
import { PROBLEMS, TOASTS } from './words';

/** An answer, or what is wrong with it. */
export type AnswerReading<T> = { value: T } | { problem: Words };

/** The name of a field in Lark's `form_value`, by its place. */
export const fieldName = (index: number): string => `field_${index}`;

/** The name of one of the boxes of a field. */
export const boxName = (index: number, box: number): string => `${fieldName(index)}_${box}`;

/** The value of an entry of a list, by its place: labels may be long, and the same twice. */
export const choiceValue = (index: number): string => String(index);

const isEmpty = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	(typeof value === 'string' && value.trim() === '') ||
	(Array.isArray(value) && value.length === 0);

const choiceOf = (choices: string[], value: unknown): string | undefined =>
	choices.find((_choice, index) => value === choiceValue(index));

function readText(given: unknown): string | undefined {
	return typeof given === 'string' ? given : undefined;
}

/** `2024-04-01 +0800` and `09:30 +0800`: the zone is that of the client, not one that somebody has chosen. */
const DATE = /^(\d{4}-\d{2}-\d{2})(?: [+-]\d{4})?$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?: [+-]\d{4})?$/;

function readDate(given: unknown): string | undefined {
	const [, date] = (typeof given === 'string' && DATE.exec(given)) || [];
	const time = date === undefined ? NaN : Date.parse(date);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : undefined;
}

function readTime(given: unknown): string | undefined {
	const [, hours, minutes] = (typeof given === 'string' && TIME.exec(given)) || [];
	return hours === undefined ? undefined : `${hours}:${minutes}`;
}

function readNumber(given: unknown): number | undefined {
	const text = ['string', 'number'].includes(typeof given) ? String(given).trim() : '';
	const isNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text);
	return isNumber && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

function readEmail(given: unknown): string | undefined {
	const text = typeof given === 'string' ? given.trim() : '';
	return isEmail(text) ? text : undefined;
}

function readPerson(given: unknown): string | undefined {
	return typeof given === 'string' && /^o[un]_\w+$/.test(given) ? given : undefined;
}

function readList(
	{ choices }: Pick<QuestionField, 'choices'>,
	given: unknown,
): string[] | undefined {
	if (!Array.isArray(given)) return undefined;
	const chosen = given.map((value) => choiceOf(choices, value));
	return chosen.every((choice) => choice !== undefined) ? chosen : undefined;
}

type Reader = (
	field: Pick<QuestionField, 'choices'>,
	given: unknown,
) => IDataObject[string] | undefined;

const READERS: Record<QuestionField['type'], { read: Reader; problem: keyof typeof PROBLEMS }> = {
	text: { read: (_field, given) => readText(given), problem: 'text' },
	textarea: { read: (_field, given) => readText(given), problem: 'text' },
	email: { read: (_field, given) => readEmail(given), problem: 'email' },
	number: { read: (_field, given) => readNumber(given), problem: 'number' },
	date: { read: (_field, given) => readDate(given), problem: 'date' },
	time: { read: (_field, given) => readTime(given), problem: 'time' },
	dropdown: { read: ({ choices }, given) => choiceOf(choices, given), problem: 'choice' },
	multiSelect: { read: readList, problem: 'choice' },
	checkbox: { read: readList, problem: 'choice' },
	person: { read: (_field, given) => readPerson(given), problem: 'person' },
};

/** Reads a value of a field that is no list; undefined for one of another kind. */
export const readValue = (type: QuestionField['type'], given: unknown): unknown =>
	READERS[type].read({ choices: [] }, given);

/** The ticked boxes of a field, as the values of a list. */
const tickedBoxes = ({ choices }: QuestionField, index: number, form: IDataObject) =>
	choices.flatMap((_choice, box) => (form[boxName(index, box)] === true ? [choiceValue(box)] : []));

function readField(field: QuestionField, index: number, form: IDataObject): AnswerReading<unknown> {
	const given =
		field.type === 'checkbox' ? tickedBoxes(field, index, form) : form[fieldName(index)];
	const isList = field.type === 'checkbox' || field.type === 'multiSelect';
	if (isEmpty(given)) {
		if (field.required) return { problem: PROBLEMS.missing(field.label) };
		return { value: isList ? [] : null };
	}
	const { read, problem } = READERS[field.type];
	const value = read(field, given);
	return value === undefined ? { problem: PROBLEMS[problem](field.label) } : { value };
}

/**
 * Reads the values of a submitted form. What is left empty is null, or an empty list.
 *
 * @param form `form_value`; a field that was left empty is missing, '' or []
 * @returns the values by the keys of the fields, or the first problem
 */
export function readFields(fields: QuestionField[], form: IDataObject): AnswerReading<IDataObject> {
	const values = new Map<string, unknown>();
	for (const [index, field] of fields.entries()) {
		const reading = readField(field, index, form);
		if ('problem' in reading) return reading;
		values.set(field.key, reading.value);
	}
	return { value: Object.fromEntries(values) as IDataObject };
}

/**
 * Reads what was chosen.
 *
 * @param given the value of one entry, or a list of them
 */
export function readChosen(choices: string[], given: unknown): AnswerReading<string[]> {
	if (isEmpty(given)) return { problem: TOASTS.nothingChosen };
	const chosen = [given].flat().map((value) => choiceOf(choices, value));
	return chosen.every((choice) => choice !== undefined)
		? { value: chosen }
		: { problem: TOASTS.unreadable };
}
