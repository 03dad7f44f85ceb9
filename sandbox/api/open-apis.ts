import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

import { hex } from '../world/ids';
import type { Gateway, Trace } from './gateway';
import { readRequest, type ApiRequest } from './request';
import type { ApiResponse } from './response';

/** One request to /open-apis, for assertions in tests. */
export interface RecordedRequest extends Trace {
	method: string;
	path: string;
	query: Record<string, unknown>;
	body: Record<string, unknown>;
	/** Null when the connection was cut without a response. */
	status: number | null;
	/** Lark's code; null when the response was not JSON. */
	code: number | null;
	/** Milliseconds of the sandbox's clock. */
	at: number;
}

/**
 * What a fault injection makes of a request. `drop` cuts the connection before Lark sees the request, `lose`
 * after Lark has carried it out.
 */
export type Interception =
	| undefined
	| 'drop'
	| 'lose'
	| { status: number; headers?: Record<string, string>; body?: object | string };

export type Interceptor = (request: ApiRequest) => Interception;

export interface OpenApisOptions {
	gateway: Gateway;
	clock: () => number;
	latencyMs: number;
	interceptors: Set<Interceptor>;
	requests: RecordedRequest[];
}

/** Serves /open-apis: reads a request, applies injected faults, lets the gateway respond, records. */
export function openApis(options: OpenApisOptions): RequestHandler {
	return async (req, res) => {
		const request = await readRequest(req);
		const trace: Trace = { identity: 'none' };
		const at = options.clock();
		const record = (status: number | null, code: number | null) => {
			const { method, path, query, body } = request;
			options.requests.push({ ...trace, method, path, query, body: body.fields, status, code, at });
		};
		if (options.latencyMs > 0) await sleep(options.latencyMs);
		const fault = intercept(options.interceptors, request);
		const logId = newLogId(at);
		if (fault === 'drop') return cut(res, record);
		const response = isResponse(fault)
			? injected(fault)
			: await options.gateway.respond(request, trace, logId);
		if (fault === 'lose') return cut(res, record);
		record(response.status, codeOf(response));
		const date = new Date(options.clock()).toUTCString();
		res.status(response.status);
		res.set({ Date: date, 'X-Tt-Logid': logId, 'X-Request-Id': randomUUID() });
		res.set(response.headers).send(response.body);
	};
}

function intercept(interceptors: Set<Interceptor>, request: ApiRequest): Interception {
	for (const interceptor of interceptors) {
		const result = interceptor(request);
		if (result !== undefined) return result;
	}
	return undefined;
}

function isResponse(fault: Interception): fault is Exclude<Interception, undefined | string> {
	return typeof fault === 'object';
}

function injected({
	status,
	headers = {},
	body = '',
}: Exclude<Interception, undefined | string>): ApiResponse {
	return { status, headers, body: body as ApiResponse['body'] };
}

function cut(res: Response, record: (status: null, code: null) => void): void {
	record(null, null);
	res.socket?.destroy();
}

function codeOf({ body }: ApiResponse): number | null {
	const isJson = typeof body === 'object' && !Buffer.isBuffer(body);
	return isJson && typeof body.code === 'number' ? body.code : null;
}

/** As Lark's: the time to the second, then hexadecimal digits. */
function newLogId(now: number): string {
	const time = new Date(now).toISOString().replace(/\D/g, '').slice(0, 14);
	return time + hex(20).toUpperCase();
}
