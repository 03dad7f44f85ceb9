import { describeError, type Endpoint } from '../contract/contract';
import { LarkError, type ErrorDetail } from '../contract/lark-error';
import type { FieldViolation } from '../contract/schema';
import { Binary, type Result } from './result';

/** An HTTP response of /open-apis. */
export interface ApiResponse {
	status: number;
	headers: Record<string, string>;
	body: Record<string, unknown> | Buffer | string;
}

/** JSON goes under `data`, except where the contract has no `data` (token APIs, bot info). */
export function successResponse(endpoint: Endpoint, result: Result): ApiResponse {
	if (result instanceof Binary) return { status: 200, headers: result.headers, body: result.bytes };
	const hasData = endpoint.response.some(({ name }) => name === 'data');
	const body = hasData
		? { code: 0, msg: 'success', data: result }
		: { code: 0, msg: 'ok', ...result };
	return { status: 200, headers: {}, body };
}

/** Describes a refusal with the endpoint's own error table, or with the generic codes. */
export function errorResponse(
	{ code, detail }: LarkError,
	endpoint: Endpoint,
	logId: string,
): ApiResponse {
	const { httpStatus, message } = describeError(endpoint, code);
	const host = 'https://open.larksuite.com';
	return {
		status: detail.httpStatus ?? httpStatus,
		headers: detail.headers ?? {},
		body: {
			code,
			msg: compose(message, detail),
			error: {
				log_id: logId,
				troubleshooter: `Troubleshooting suggestions: ${host}/search?from=openapi&log_id=${logId}&code=${code}`,
				...(detail.violations && { field_violations: detail.violations.map(publicViolation) }),
				...detail.error,
			},
		},
	};
}

/** The refusal of a call that comes too soon (api-call-guide/uUzN04SN3QjL1cDN.md). */
export function tooFrequent({ limit, resetSeconds }: { limit: number; resetSeconds: number }) {
	return new LarkError(99991400, {
		httpStatus: 429,
		headers: {
			'x-ogw-ratelimit-limit': String(limit),
			'x-ogw-ratelimit-reset': String(resetSeconds),
		},
	});
}

/** The contract has the API, and no handler serves it. */
export function notServedResponse({ id }: Endpoint): ApiResponse {
	const msg = `The sandbox knows ${id}, but does not serve it yet`;
	return { status: 501, headers: {}, body: { code: 501, msg } };
}

/** Lark has no API at this address. */
export function notFoundResponse(): ApiResponse {
	const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
	return { status: 404, headers, body: '404 page not found' };
}

function compose(message: string, { ext, subject }: ErrorDetail): string {
	if (ext !== undefined) return `${message.replace(/\.$/, '')}, ext=${ext}`;
	if (subject === undefined) return message;
	return /%[sv]/.test(message) ? message.replace(/%[sv]/, subject) : `${message}: ${subject}`;
}

function publicViolation({ field, value, description }: FieldViolation) {
	return { field, value, description };
}
