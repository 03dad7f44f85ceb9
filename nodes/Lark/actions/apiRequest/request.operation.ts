import type { IDataObject, IHttpRequestMethods, INodeProperties } from 'n8n-workflow';

import { readObject } from '../../../shared/content/json';
import { endpointFor } from '../../../shared/lark/find';
import { isNothing } from '../../../shared/values';
import { optionsCollection } from '../../fields/options';
import { returnAllProperties } from '../../fields/returnAll';
import type { Operation } from '../operation';
import { listIn } from './listIn';
import { checkPath } from './path';
import { queryProperty, readQuery } from './query';

const METHODS: IHttpRequestMethods[] = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'];

const pagination: INodeProperties = {
	displayName: 'Pagination',
	name: 'pagination',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Pagination',
	description:
		'For APIs that answer page by page: follows page_token or next_page_token, and gives one item for each record of the list in the response',
	options: [{ displayName: 'Pagination', name: 'pages', values: returnAllProperties }],
};

const properties: INodeProperties[] = [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		options: METHODS.map((method) => ({ name: method, value: method })),
		default: 'GET',
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. /open-apis/im/v1/chats',
		description: 'Path of the API as in the Lark documentation, starting with /open-apis/',
	},
	queryProperty,
	{
		displayName: 'Body',
		name: 'body',
		type: 'json',
		default: '{}',
		displayOptions: { show: { method: METHODS.filter((method) => method !== 'GET') } },
		description: 'JSON, or an expression that gives an object',
	},
	optionsCollection([pagination]),
];

/** Any JSON API of the platform, api-call-guide, "Call an API". */
export const apiRequestRequest: Operation = {
	name: 'Send Request',
	value: 'request',
	action: 'Send a request to any Lark API',
	description:
		'Call any JSON API of Lark, as the bot or as a person, for what has no operation here. The output is the "data" of the response.',
	endpoints: 'any',
	properties,

	/** Nobody knows what an API does: what changes something keeps the order of the items. */
	lanes: (item) => (item.value('method') === 'GET' ? [] : [String(item.value('path'))]),

	async execute(item) {
		const method = item.string('method') as IHttpRequestMethods;
		const path = checkPath(item.string('path'));
		const request = {
			endpoint: endpointFor(method, path),
			path,
			query: readQuery(item.rows('queryParameters.parameter')),
			body: method === 'GET' ? undefined : readBody(item.value('body')),
		};
		const isPaged = Boolean((item.option(pagination) as IDataObject | undefined)?.pages);
		if (!isPaged) return await item.lark.send(request);
		const limit = item.limit('options.pagination.pages');
		return await item.lark.pages(request, { limit }, listIn);
	},
};

/** @returns undefined for an empty editor */
function readBody(value: unknown): IDataObject | undefined {
	if (isNothing(value)) return undefined;
	return readObject(value, 'Body') as IDataObject;
}
