import type { IDataObject } from 'n8n-workflow';

import { ALSO_NAMED } from './companions';
import type { Field } from './fields';

/**
 * Checks the error for a wrong value: it must name the field, say what to do, and contain no internal
 * detail that the user has not entered.
 *
 * @param said by Continue On Fail's item: the message and what to do
 * @returns the field, the value and what was said when it is not good enough
 */
export function complaint({ label }: Field, value: unknown, { error, details }: IDataObject) {
	const said = `${String(error)} | ${String(details)}`;
	const [name, ...around] = label.split(' > ').reverse();
	// A picker in a list is named after the list.
	const names = ['Group', 'Person'].includes(name) ? around : [name];
	const isNamed =
		ALSO_NAMED[name]?.test(String(error)) ??
		names.some((part) => String(error).toLowerCase().includes(part.toLowerCase()));
	const isHelpful = /[a-z]{2,}/.test(String(details ?? ''));
	const leak = /\[object \w+\]|\bundefined\b|\bNaN\b|\bat \S+:\d+:\d+/.exec(said)?.[0];
	const isOwn = leak !== undefined && JSON.stringify(value ?? '').includes(leak);
	return isNamed && isHelpful && (leak === undefined || isOwn) ? undefined : [label, value, said];
}
