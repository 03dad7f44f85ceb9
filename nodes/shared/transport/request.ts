import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from './endpoint';

/** A request to an endpoint, ready to be sent. */
export interface PreparedRequest {
	endpoint: Endpoint;
	/** The endpoint's path with its values filled in. */
	path: string;
	query?: IDataObject;
	body?: IDataObject;
}

/** Puts a uuid where the endpoint takes it. */
export function withUuid(request: PreparedRequest, uuid: string | undefined): PreparedRequest {
	const { repeat } = request.endpoint;
	if (uuid === undefined) return request;
	if (repeat === 'body.uuid') return { ...request, body: { ...request.body, uuid } };
	if (repeat === 'query.uuid') return { ...request, query: { ...request.query, uuid } };
	throw new Error(`${request.endpoint.path} takes no uuid`);
}

/** Whether Lark does the same when it gets the request twice. An urgent notification would come twice. */
export function isRepeatable({ endpoint: { repeat }, query, body }: PreparedRequest): boolean {
	if (repeat === 'body.uuid') return Boolean(body?.uuid);
	if (repeat === 'query.uuid') return Boolean(query?.uuid);
	return repeat === 'always';
}
