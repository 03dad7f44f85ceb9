import type { INodeProperties } from 'n8n-workflow';

/** What Limit may be. */
export const LIMIT_RANGE = { minValue: 1, numberPrecision: 0 };

/** Return All and Limit, for every operation that gets many; `item.limit()` reads them. */
export const returnAllProperties: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { returnAll: [false] } },
		default: 50,
		description: 'Max number of results to return',
	},
];
