/** How the client writes what is chosen in a picker. */
const FORMS: Record<string, RegExp> = {
	date_picker: /^\d{4}-\d{2}-\d{2}$/,
	picker_time: /^\d{2}:\d{2}$/,
	picker_datetime: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/,
};

/** What a date, a time, or both look like, in words. */
export const DATE_FORMS: Record<string, string> = {
	date_picker: 'a date (yyyy-MM-dd)',
	picker_time: 'a time (HH:mm)',
	picker_datetime: 'a date with time (yyyy-MM-dd HH:mm)',
};

/** @returns whether a text is a date or time of the calendar, in the form of this picker */
export function isDateFor(tag: string, text: string): boolean {
	if (!FORMS[tag]?.test(text)) return false;
	const instant = instantOf(text);
	return !Number.isNaN(instant) && new Date(instant).toISOString().includes(text.replace(' ', 'T'));
}

/** The client adds the offset of the person's time zone: `2024-04-01 +0800`. */
export function withOffset(text: string, timeZone: string): string {
	const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
	const name = parts.formatToParts(instantOf(text)).find(({ type }) => type === 'timeZoneName');
	const offset = name?.value.replace(/^GMT|:/g, '') ?? '';
	return `${text} ${offset === '' ? '+0000' : offset}`;
}

/** A time alone is one of today. */
function instantOf(text: string): number {
	const today = new Date().toISOString().slice(0, 'yyyy-MM-dd'.length);
	const [day, time = '00:00'] = text.includes('-') ? text.split(' ') : [today, text];
	return Date.parse(`${day}T${time}Z`);
}
