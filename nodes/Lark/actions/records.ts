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

/**
 * Puts records into the order in which they were asked for, and says which ones are missing.
 *
 * @param idField the field that has the ID
 * @returns one record per ID, with `found`
 */
export const inOrder = (ids: string[], records: IDataObject[], idField: string): IDataObject[] => {
	const byId = new Map(records.map((record) => [record[idField], record]));
	return ids.map((id) => ({ found: byId.has(id), [idField]: id, ...byId.get(id) }));
};
