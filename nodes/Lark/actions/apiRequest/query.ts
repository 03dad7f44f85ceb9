import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';

/** Name and value of each query parameter; `readQuery` reads them. */
export const queryProperty: INodeProperties = {
	displayName: 'Query Parameters',
	name: 'queryParameters',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add Parameter',
	options: [
		{
			displayName: 'Parameter',
			name: 'parameter',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. user_id_type',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. open_id',
				},
			],
		},
	],
};

/**
 * Collects the query. A name that is there twice makes a list, as Lark takes lists.
 *
 * @param rows of `queryProperty`
 * @throws InputError for a value without a name
 */
export function readQuery(rows: IDataObject[]): Record<string, string[]> {
	const query: Record<string, string[]> = {};
	for (const row of rows) {
		const name = String(row.name ?? '').trim();
		if (name === '') {
			throw new InputError('A query parameter has no name', 'Enter its name, or remove it.');
		}
		(query[name] ??= []).push(String(row.value ?? ''));
	}
	return query;
}
