import type { Request } from 'express';

import { fieldsOf, readBody, type RequestBody } from './body';

/** A request to /open-apis, read but not yet checked. */
export interface ApiRequest {
	method: string;
	path: string;
	query: Record<string, unknown>;
	headers: Record<string, string | undefined>;
	body: RequestBody;
	/** Where it comes from. */
	ip: string;
}

/** Reads a request to its end. */
export async function readRequest(req: Request): Promise<ApiRequest> {
	const url = new URL(req.originalUrl, 'http://sandbox');
	return {
		method: req.method,
		path: url.pathname,
		query: fieldsOf(url.searchParams),
		headers: req.headers as Record<string, string | undefined>,
		body: await readBody(req),
		ip: req.socket.remoteAddress ?? '',
	};
}
