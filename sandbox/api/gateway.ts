import { findRoute, type Endpoint, type Route } from '../contract/contract';
import type { RequestBody } from './body';
import { answerAuthorize } from './services/authen/authorize';
import { answerToken, TOKEN_ENDPOINT } from './services/authen/oauth-token';
import { authenticate } from './authenticate';
import { assertAppReady } from './checks';
import { handlers, openHandlers } from './services';
import { errorAnswer, LarkError, type Answer } from '../contract/lark-error';
import { Binary, type Caller, type OpenCall, type Platform, type Result } from './platform';
import { Validator } from './validate';

/** A request to /open-apis, read but not yet judged. */
export interface ApiRequest {
	method: string;
	path: string;
	query: Record<string, unknown>;
	headers: Record<string, string | undefined>;
	body: RequestBody;
}

/** What the gateway found out about a request on the way. */
export interface Trace {
	endpointId?: string;
	appId?: string;
	identity: 'tenant' | 'user' | 'none';
}

/** Lark's front door: finds the API, checks token, pace, fields and app, then asks the handler. */
export class Gateway {
	private readonly validator: Validator;

	constructor(private readonly platform: Platform) {
		this.validator = new Validator(platform.allowUnknownFields);
	}

	/** @param trace is filled in as the request goes through the checks */
	answer(request: ApiRequest, trace: Trace, logId: string): Answer {
		const consent = answerAuthorize(request, this.platform);
		if (consent) return consent;
		const route = findRoute(request.method, request.path);
		if (!route) return text(404, '404 page not found');
		trace.endpointId = route.endpoint.id;
		if (route.endpoint.id === TOKEN_ENDPOINT) return answerToken(request, this.platform);
		try {
			return success(route.endpoint, this.run(route, request, trace));
		} catch (error) {
			if (error instanceof LarkError) return errorAnswer(error, route.endpoint, logId);
			if (error instanceof NotServed) return notServed(route.endpoint);
			throw error;
		}
	}

	private run(route: Route, request: ApiRequest, trace: Trace): Result {
		const { endpoint } = route;
		if (endpoint.tokens.length === 0) {
			const handle = openHandlers[endpoint.id] ?? refuse;
			return handle(this.read(route, request), this.platform);
		}
		const caller = authenticate(request.headers.authorization, endpoint, this.platform);
		trace.appId = caller.app.appId;
		trace.identity = caller.user ? 'user' : 'tenant';
		this.assertPace(endpoint, caller);
		const call = { ...caller, ...this.read(route, request) };
		assertAppReady(endpoint, caller.app);
		const handle = handlers[endpoint.id] ?? refuse;
		return handle(call, this.platform);
	}

	private read({ endpoint, pathParams }: Route, { query, body, headers }: ApiRequest): OpenCall {
		const fields = this.validator.check(endpoint, pathParams, query, body);
		return { endpoint, headers, bodyBytes: body.byteLength, ...fields };
	}

	/** The API's own tier, per app (api-call-guide/uUzN04SN3QjL1cDN.md). */
	private assertPace({ id, rateLimit }: Endpoint, { app }: Caller): void {
		const verdict = this.platform.limiter?.check(`${app.appId} ${id}`, rateLimit ?? {});
		if (!verdict || verdict.allowed) return;
		throw new LarkError(99991400, {
			httpStatus: 429,
			headers: {
				'x-ogw-ratelimit-limit': String(verdict.limit),
				'x-ogw-ratelimit-reset': String(verdict.resetSeconds),
			},
		});
	}
}

class NotServed extends Error {}

function refuse(): never {
	throw new NotServed();
}

/** JSON goes under `data`, except where the contract has no `data` (token APIs, bot info). */
function success(endpoint: Endpoint, result: Result): Answer {
	if (result instanceof Binary) return { status: 200, headers: result.headers, body: result.bytes };
	const hasData = endpoint.response.some(({ name }) => name === 'data');
	const body = hasData
		? { code: 0, msg: 'success', data: result }
		: { code: 0, msg: 'ok', ...result };
	return { status: 200, headers: {}, body };
}

function notServed({ id }: Endpoint): Answer {
	const msg = `The sandbox knows ${id}, but does not serve it yet`;
	return { status: 501, headers: {}, body: { code: 501, msg } };
}

function text(status: number, body: string): Answer {
	return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
}
