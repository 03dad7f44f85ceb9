import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../shared/inputError';
import { isAccident, readText } from '../../../shared/values';

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

/** Names that objects have for something else, so that n8n's HTTP client leaves them out or fails. */
const isReserved = (name: string): boolean => name in {};

/**
 * Collects the query. A name that is there twice, or a value that is a list, makes a list, as Lark takes lists.
 *
 * @param rows of `queryProperty`
 * @throws InputError for a value without a name, or one that is no text
 */
export function readQuery(rows: IDataObject[]): Record<string, string[]> {
	const query = new Map<string, string[]>();
	for (const row of rows) {
		const name = readText('Name of a query parameter', row.name).trim();
		if (name === '') {
			throw new InputError('A query parameter has no name', 'Enter its name, or remove it.');
		}
		if (isReserved(name)) {
			throw new InputError(`A query parameter cannot be called ${name}`, 'Enter another name.');
		}
		const values = Array.isArray(row.value) ? (row.value as unknown[]) : [row.value];
		const texts = values.map((value) => readText(`Value of the query parameter "${name}"`, value));
		const accident = texts.find(isAccident);
		if (accident !== undefined) {
			throw new InputError(
				`Value of the query parameter "${name}" cannot be "${accident}"`,
				'Check the expression: what it puts into the text is missing.',
			);
		}
		query.set(name, [...(query.get(name) ?? []), ...texts]);
	}
	return Object.fromEntries(query);
}
