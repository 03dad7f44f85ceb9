import { tryToParseDateTime, type INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';
import type { OperationItem } from '../operation';

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

/** @returns NaN for what is no date */
function parse(value: unknown, timeZone: string): number {
	try {
		return tryToParseDateTime(value, timeZone).toMillis();
	} catch {
		return NaN;
	}
}

function unixTime(field: string, value: unknown, timeZone: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const time = parse(value, timeZone);
	if (!Number.isNaN(time)) return time;
	throw new InputError(
		`${field} cannot be "${String(value)}": this is no date and time`,
		'Pick a date, or enter one such as 2026-01-31T09:00:00.',
	);
}

/**
 * Reads the options Start Time and End Time.
 *
 * @returns Unix times in milliseconds, undefined for what the user did not add
 * @throws InputError for no date, or an end that is not after the start
 */
export function readTimeRange(item: OperationItem): { start?: number; end?: number } {
	const start = unixTime('Start Time', item.option('start_time'), item.timeZone);
	const end = unixTime('End Time', item.option('end_time'), item.timeZone);
	if (start !== undefined && end !== undefined && end <= start) {
		throw new InputError('End Time is not after Start Time', 'Choose a later End Time.');
	}
	return { start, end };
}
