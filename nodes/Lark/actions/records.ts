import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../shared/objects';

/** A field that is a record itself; an empty one when it is missing. */
export const asObject = (value: IDataObject[string]): IDataObject =>
	isObject(value) ? (value as IDataObject) : {};

/** Takes over the given fields of a record, as far as it has them. */
export const pick = (record: IDataObject, names: readonly string[]): IDataObject =>
	Object.fromEntries(
		names.filter((name) => record[name] !== undefined).map((name) => [name, record[name]]),
	);
