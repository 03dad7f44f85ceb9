import type { IDataObject } from 'n8n-workflow';

import { toObject } from './values';

const DATE = String.raw`(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))`;
const TIME = String.raw`((?:[01]\d|2[0-3]):[0-5]\d)`;

/** `2024-04-01 +0800`, `00:00 +0800` and `2024-04-29 07:07 +0800`: the zone is that of the client. */
const PICKED = new RegExp(`^(?:${DATE}|${TIME}|${DATE} ${TIME}) ([+-]\\d{2})(\\d{2})$`);

/**
 * Makes ISO 8601 of what a picker gives. A date and a time of day stay without a zone: nobody has
 * chosen one.
 *
 * @returns undefined for what is no answer of a picker
 * @see feishu-cards/card-callback-communication, the values of date_picker, picker_time and picker_datetime
 */
export function isoOf(picked: unknown): string | undefined {
	if (typeof picked !== 'string') return undefined;
	const [, date, time, day, clock, hours, minutes] = PICKED.exec(picked) ?? [];
	return day === undefined ? (date ?? time) : `${day}T${clock}:00${hours}:${minutes}`;
}

/**
 * Finds the dates and times in what somebody has answered.
 *
 * @param action of the callback
 * @returns `date` of a picker outside a form, `dates` of a form, by the names of its inputs
 */
export function plainDates({ option, form_value }: IDataObject): IDataObject {
	const date = isoOf(option);
	const dates = Object.entries(toObject(form_value)).flatMap(([name, answer]) => {
		const iso = isoOf(answer);
		return iso === undefined ? [] : [[name, iso]];
	});
	return {
		...(date !== undefined && { date }),
		...(dates.length > 0 && { dates: Object.fromEntries(dates) as IDataObject }),
	};
}
