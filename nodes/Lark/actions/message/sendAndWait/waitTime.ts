import { WAIT_INDEFINITELY, type INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../../shared/inputError';
import { readChoice, readNumber } from '../../../../shared/values';
import type { ItemParameters } from '../../../fields/item';
import { readTime } from '../../../fields/timeRange';

const amount: INodeProperties = {
	displayName: 'Amount',
	name: 'resumeAmount',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 2 },
	default: 1,
	description: 'The time to wait',
	displayOptions: { show: { limitType: ['afterTimeInterval'] } },
};

const UNITS = [
	{ name: 'Minutes', value: 'minutes', ms: 60_000 },
	{ name: 'Hours', value: 'hours', ms: 3_600_000 },
	{ name: 'Days', value: 'days', ms: 86_400_000 },
];

const unit: INodeProperties = {
	displayName: 'Unit',
	name: 'resumeUnit',
	type: 'options',
	options: UNITS.map(({ name, value }) => ({ name, value })),
	default: 'hours',
	description: 'Unit of the interval value',
	displayOptions: { show: { limitType: ['afterTimeInterval'] } },
};

const date: INodeProperties = {
	displayName: 'Max Date and Time',
	name: 'maxDateAndTime',
	type: 'dateTime',
	default: '',
	description: 'Continue execution after the specified date and time',
	displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
};

const LIMIT_TYPES = [
	{
		name: 'After Time Interval',
		description: 'Waits for a certain amount of time',
		value: 'afterTimeInterval',
	},
	{
		name: 'At Specified Time',
		description: 'Waits until the set date and time to continue',
		value: 'atSpecifiedTime',
	},
];

/** An entry of Options, as n8n's own Send and Wait has it. */
export const limitWaitTime: INodeProperties = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	description:
		'Whether to limit the time this node should wait for a user response before execution resumes',
	default: { values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' } },
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Limit Type',
					name: 'limitType',
					type: 'options',
					default: 'afterTimeInterval',
					description:
						'Sets the condition for the execution to resume. Can be a specified date or after some time.',
					options: LIMIT_TYPES,
				},
				amount,
				unit,
				date,
			],
		},
	],
};

/**
 * Reads until when people may answer.
 *
 * @param now in ms since 1970
 * @returns in ms since 1970; undefined for no end
 * @throws InputError for no time, one that has passed, or an unknown unit
 */
export function readExpiry(item: ItemParameters, now: number): number | undefined {
	const [row] = item.rows('options.limitWaitTime.values');
	if (!row) return undefined;
	const { limitType = 'afterTimeInterval', resumeAmount = 1, resumeUnit = 'hours' } = row;
	readChoice('Limit Type', limitType, LIMIT_TYPES);
	if (limitType === 'afterTimeInterval') {
		const chosen = readChoice(unit.displayName, resumeUnit, UNITS);
		const { ms = 0 } = UNITS.find(({ value }) => value === chosen) ?? {};
		const length = readNumber(amount.displayName, resumeAmount, amount.typeOptions);
		if (length === 0) {
			throw new InputError(
				'Amount of Limit Wait Time is 0, so that nobody could answer',
				'Enter a longer time, or remove Limit Wait Time.',
			);
		}
		return Math.min(now + length * ms, WAIT_INDEFINITELY.getTime());
	}
	const time = readTime(date.displayName, row.maxDateAndTime, item.timeZone);
	if (time === undefined) {
		throw new InputError('Max Date and Time is empty', 'Enter until when people may answer.');
	}
	if (time > now) return time;
	throw new InputError(
		'Max Date and Time is not in the future',
		'Enter a later date and time, or remove Limit Wait Time.',
	);
}
