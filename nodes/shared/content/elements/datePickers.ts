import { InputError } from '../../inputError';
import { quoted } from '../../values';
import type { Words } from '../cardText';
import type { JsonObject } from '../json';
import { answerElement, elementNamed, type AnswerElement } from './answerElement';

const DATE = String.raw`\d{4}-\d{2}-\d{2}`;
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;

/** An ISO 8601 time may follow, with its seconds and its zone, of which Lark takes no notice. */
const ISO_REST = String.raw`(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?`;

const FORMS = {
	date: {
		pattern: new RegExp(`^(${DATE})(?:[T ]${TIME}${ISO_REST})?$`),
		what: 'a date such as 2024-04-01',
	},
	time: {
		pattern: new RegExp(`^(?:${DATE}[T ])?(${TIME})${ISO_REST}$`),
		what: 'a time such as 09:30',
	},
	datetime: {
		pattern: new RegExp(`^(${DATE})[T ](${TIME})${ISO_REST}$`),
		what: 'a date with a time such as 2024-04-01 09:30',
	},
};

/** Whether the day of a text that begins with a date is in the calendar. */
function isDay(text: string): boolean {
	const [date] = new RegExp(`^${DATE}`).exec(text) ?? [];
	if (date === undefined) return true;
	const time = new Date(`${date}T00:00:00Z`);
	return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}

/** The start value of a picker, as Lark writes it; undefined for none. */
function startOf(input: AnswerElement, kind: keyof typeof FORMS, given = ''): string | undefined {
	if (given.trim() === '') return undefined;
	const { pattern, what } = FORMS[kind];
	const parts = pattern.exec(given.trim());
	if (parts && isDay(given.trim())) return parts.slice(1).join(' ');
	throw new InputError(
		`Default of ${elementNamed(input)} cannot be ${quoted(given)}`,
		`Enter ${what}, or an expression that gives one.`,
	);
}

const picker = (
	tag: string,
	input: AnswerElement,
	fallback: Words,
	key: string,
	start: string | undefined,
): JsonObject => ({
	...answerElement(tag, input, fallback),
	...(start && { [key]: start }),
});

/**
 * Makes a picker of a day. Without a start value Lark wants a placeholder, so there is always one.
 *
 * @param input `date` is the start value: yyyy-MM-dd, or ISO 8601
 * @throws InputError for what is no day
 * @see feishu-cards/card-json-v2-components, date_picker
 */
export const datePicker = (input: AnswerElement & { date?: string }): JsonObject =>
	picker(
		'date_picker',
		input,
		{ en_us: 'Choose a date', zh_cn: '选择日期' },
		'initial_date',
		startOf(input, 'date', input.date),
	);

/**
 * As `datePicker`, for a time of the day.
 *
 * @param input `time` is the start value: HH:mm, or ISO 8601
 * @throws InputError for what is no time
 * @see feishu-cards/card-json-v2-components, picker_time
 */
export const timePicker = (input: AnswerElement & { time?: string }): JsonObject =>
	picker(
		'picker_time',
		input,
		{ en_us: 'Choose a time', zh_cn: '选择时间' },
		'initial_time',
		startOf(input, 'time', input.time),
	);

/**
 * As `datePicker`, for a day with a time.
 *
 * @param input `datetime` is the start value: yyyy-MM-dd HH:mm, or ISO 8601
 * @throws InputError for what is no day with a time
 * @see feishu-cards/card-json-v2-components, picker_datetime
 */
export const datetimePicker = (input: AnswerElement & { datetime?: string }): JsonObject =>
	picker(
		'picker_datetime',
		input,
		{ en_us: 'Choose date and time', zh_cn: '选择日期和时间' },
		'initial_datetime',
		startOf(input, 'datetime', input.datetime),
	);
