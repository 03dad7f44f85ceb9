import type { Endpoint } from '../contract/contract';
import type { UploadedFile } from './body';
import type { Caller } from './caller';
import type { Platform } from './platform';
import type { ApiRequest } from './request';
import type { ApiResponse } from './response';
import type { Result } from './result';

/** The fields of query and body that a handler reads, under the names and types of the contract. */
export interface Fields {
	query?: object;
	body?: object;
}

type FieldsIn<Part extends keyof Fields, F extends Fields> =
	F extends Record<Part, infer Given extends object> ? Given : object;

/** A checked request to an API that takes no token. */
export interface OpenCall<F extends Fields = Fields> {
	endpoint: Endpoint;
	params: Record<string, string>;
	query: FieldsIn<'query', F>;
	body: FieldsIn<'body', F>;
	files: Record<string, UploadedFile>;
	headers: Record<string, string | undefined>;
	bodyBytes: number;
}

/** A checked request, with the app or user who makes it. */
export interface Call<F extends Fields = Fields> extends OpenCall<F>, Caller {}

/**
 * The implementation of one API. The gateway checks fields and token of a `call`, the fields of an `open call`, and
 * nothing of a `request`.
 */
export type Handler =
	| { takes: 'call'; handle: (call: Call, platform: Platform) => Result | Promise<Result> }
	| { takes: 'open call'; handle: (call: OpenCall, platform: Platform) => Result }
	| { takes: 'request'; handle: (request: ApiRequest, platform: Platform) => ApiResponse };

/** Handlers by the contract's id of their API. */
export type HandlerTable = Record<string, Handler>;

/**
 * Makes the handler of an API that takes a token.
 *
 * @typeParam F the fields that it reads. The gateway has checked query and body against the contract before, so
 *   this function and {@link openHandler} are where the checked fields get their types.
 */
export function handler<F extends Fields = Fields>(
	handle: (call: Call<F>, platform: Platform) => Result | Promise<Result>,
): Handler {
	return { takes: 'call', handle: (call, platform) => handle(call as Call<F>, platform) };
}

/** Makes the handler of an API that takes no token. */
export function openHandler<F extends Fields = Fields>(
	handle: (call: OpenCall<F>, platform: Platform) => Result,
): Handler {
	return { takes: 'open call', handle: (call, platform) => handle(call as OpenCall<F>, platform) };
}

/** Makes the handler of an API with rules of its own for requests and responses: OAuth's. */
export function requestHandler(
	handle: (request: ApiRequest, platform: Platform) => ApiResponse,
): Handler {
	return { takes: 'request', handle };
}
