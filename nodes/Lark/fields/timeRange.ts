import { tryToParseDateTime, type INodeProperties } from 'n8n-workflow';

import { InputError } from '../../shared/inputError';
import { isNothing, quoted } from '../../shared/values';
import type { ItemParameters } from './item';

/** Options of lists that take a time range; `readTimeRange` reads them. */
export const timeRangeOptions: INodeProperties[] = [
	{
		displayName: 'End Time',
		name: 'end_time',
		type: 'dateTime',
		default: '',
		description: 'Latest time of the results',
	},
	{
		displayName: 'Start Time',
		name: 'start_time',
		type: 'dateTime',
		default: '',
		description: 'Earliest time of the results',
	},
];

/** Unix times as Lark has them: in seconds, or in milliseconds. */
const UNIX_TIMES: Array<[RegExp, number]> = [
	[/^\d{10}$/, 1_000],
	[/^\d{13}$/, 1],
];

/** Other numbers, in which dates can be read that nobody means; 2026 and 20260131 are dates. */
const NO_DATE = /^-?(?!(\d{4}|\d{8})$)\d+(\.\d+)?$/;

/** @returns NaN for what is no date, or one before 1970, which Lark does not take */
function parse(value: unknown, timeZone: string): number {
	const text = typeof value === 'object' ? '' : String(value).trim();
	const [, unit] = UNIX_TIMES.find(([form]) => form.test(text)) ?? [];
	if (unit) return Number(text) * unit;
	if (NO_DATE.test(text)) return NaN;
	try {
		const time = tryToParseDateTime(value, timeZone).toMillis();
		return time < 0 ? NaN : time;
	} catch {
		return NaN;
	}
}

/**
 * Reads a date and time.
 *
 * @param field as the editor shows it
 * @param timeZone in which a time without a zone is meant
 * @returns Unix time in milliseconds; undefined for nothing
 * @throws InputError for what is no date and time
 */
export function readTime(field: string, value: unknown, timeZone: string): number | undefined {
	if (isNothing(value)) return undefined;
	const time = parse(value, timeZone);
	if (!Number.isNaN(time)) return time;
	throw new InputError(
		`${field} cannot be ${quoted(value)}: it is not a date and time`,
		'Pick a date, or enter one such as 2026-01-31T09:00:00, or a Unix time in seconds or milliseconds.',
	);
}

/**
 * Reads the options Start Time and End Time.
 *
 * @returns Unix times in milliseconds, undefined for what the user did not add
 * @throws InputError for no date, or an end that is not after the start
 */
export function readTimeRange(item: ItemParameters): { start?: number; end?: number } {
	const [end, start] = timeRangeOptions.map((property) =>
		readTime(property.displayName, item.option(property), item.timeZone),
	);
	if (start !== undefined && end !== undefined && end <= start) {
		throw new InputError('End Time is not after Start Time', 'Choose a later End Time.');
	}
	return { start, end };
}
