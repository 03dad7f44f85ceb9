import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { toList, toObject } from '../../events/values';
import { InputError } from '../../inputError';
import { picked, readChoice, readField, readStrings } from '../../values';
import { sharedProperties } from '../properties';
import { extras } from '../properties/extras';
import { filters } from '../properties/filters';

const FIELDS = new Map(
	[...sharedProperties, ...filters, ...extras].map((field) => [field.name, field]),
);

/** @returns the field of a parameter */
export const fieldOf = (name: string) => FIELDS.get(name) as INodeProperties;

/**
 * Reads a parameter, or one of those in a collection that was read before.
 *
 * @throws InputError for a value that is not of its kind
 */
export function read(name: string, value: unknown): unknown {
	const field = fieldOf(name);
	return field.type === 'options'
		? readChoice(field.displayName, value, field.options as INodePropertyOptions[])
		: readField(field, value);
}

/** Reads a list of words or IDs. */
export const readList = (name: string, value: unknown) =>
	readStrings(fieldOf(name).displayName, value);

/**
 * Reads a list of pickers, or an expression that gives IDs. Entries without any would mean everybody.
 *
 * @throws InputError for what is no ID
 */
export function readIds(
	name: string,
	value: unknown,
	isValid: (id: string) => boolean,
	fix: string,
): Set<string> {
	const label = fieldOf(name).displayName;
	const entries = toList(toObject(value).values);
	const ids = entries.flatMap((entry) => readStrings(label, picked(toObject(entry).id)));
	const wrong = ids.find((id) => !isValid(id));
	if (wrong !== undefined) throw new InputError(`${label} cannot have "${wrong}"`, fix);
	if (entries.length > 0 && ids.length === 0) throw new InputError(`${label} is empty`, fix);
	return new Set(ids);
}
