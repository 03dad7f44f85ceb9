import { findRoute, type Endpoint, type Route } from '../contract/contract';
import { LarkError } from '../contract/lark-error';
import { authenticate } from './authenticate';
import type { Caller } from './caller';
import { assertAppReady } from './checks';
import type { Handler, OpenCall } from './handler';
import type { Platform } from './platform';
import type { ApiRequest } from './request';
import type { Result } from './result';
import {
	errorResponse,
	notFoundResponse,
	notServedResponse,
	successResponse,
	tooFrequent,
	type ApiResponse,
} from './response';
import { handlers } from './services';
import { isConsentPage, respondConsent } from './services/authen/authorize';
import { Validator } from './validate';

/** What the gateway found out about a request on the way. */
export interface Trace {
	endpointId?: string;
	appId?: string;
	identity: 'tenant' | 'user' | 'none';
}

/** Finds the API of a request, checks token, rate, fields and app, then calls the handler. */
export class Gateway {
	private readonly validator: Validator;

	constructor(private readonly platform: Platform) {
		this.validator = new Validator(platform.allowUnknownFields);
	}

	/** @param trace is filled in as the request goes through the checks */
	async respond(request: ApiRequest, trace: Trace, logId: string): Promise<ApiResponse> {
		if (isConsentPage(request)) return respondConsent(request, this.platform);
		const route = findRoute(request.method, request.path);
		if (!route) return notFoundResponse();
		const { endpoint } = route;
		trace.endpointId = endpoint.id;
		const handler = handlers.get(endpoint.id);
		if (handler?.takes === 'request') return handler.handle(request, this.platform);
		try {
			const result = await this.run(handler, route, request, trace);
			return result ? successResponse(endpoint, result) : notServedResponse(endpoint);
		} catch (error) {
			if (error instanceof LarkError) return errorResponse(error, endpoint, logId);
			throw error;
		}
	}

	/** @returns undefined when the request is right and there is no handler */
	private run(
		handler: Exclude<Handler, { takes: 'request' }> | undefined,
		route: Route,
		request: ApiRequest,
		trace: Trace,
	): Result | Promise<Result> | undefined {
		const { endpoint } = route;
		if (endpoint.tokens.length === 0) {
			const call = this.check(route, request);
			return handler?.takes === 'open call' ? handler.handle(call, this.platform) : undefined;
		}
		const caller = authenticate(request, endpoint, this.platform);
		trace.appId = caller.app.appId;
		trace.identity = caller.user ? 'user' : 'tenant';
		this.assertRate(endpoint, caller);
		const call = { ...caller, ...this.check(route, request) };
		assertAppReady(endpoint, caller.app);
		this.platform.faults.raise(endpoint);
		return handler?.takes === 'call' ? handler.handle(call, this.platform) : undefined;
	}

	private check({ endpoint, pathParams }: Route, { query, body, headers }: ApiRequest): OpenCall {
		const fields = this.validator.check(endpoint, pathParams, query, body);
		return { endpoint, headers, bodyBytes: body.byteLength, ...fields };
	}

	/** The API's own tier, per app (api-call-guide/uUzN04SN3QjL1cDN.md). */
	private assertRate({ id, rateLimit }: Endpoint, { app }: Caller): void {
		const verdict = this.platform.limiter?.check(`${app.appId} ${id}`, rateLimit ?? {});
		if (verdict && !verdict.allowed) throw tooFrequent(verdict);
	}
}
