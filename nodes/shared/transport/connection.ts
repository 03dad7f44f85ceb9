import { NodeApiError, type JsonObject } from 'n8n-workflow';

import { InputError } from '../inputError';
import { failureOf } from './answer';
import { effortOf, LarkFailure, unreachable } from './failure';
import { Gate } from './gate';
import { clock, pacerOf, type PacedRequest } from './pace';
import { persist, type Exchange } from './persist';
import { isRepeatable } from './retry';
import type { Sending } from './sending';
import type { LarkContext, Session } from './session';

/** What is wrong with a file that was on its way, whatever the HTTP client has wrapped around it. */
function inputErrorIn(error: unknown): InputError | undefined {
	if (error instanceof InputError) return error;
	return error instanceof Error ? inputErrorIn(error.cause) : undefined;
}

/** Carries requests to Lark: with a token, at the app's pace, again where that is safe. */
export class Connection {
	private readonly tokenGate = new Gate();

	constructor(
		private readonly context: LarkContext,
		private readonly session: Session,
		private readonly sending: Sending,
	) {}

	/**
	 * Sends a request when the app's limits allow it, and again as far as that is safe. A token that
	 * Lark no longer takes is replaced once.
	 *
	 * @param hasUuid whether the request carries one
	 * @param attempt sends it by `send`, within the given time
	 * @returns an answer with the code 0
	 * @throws NodeApiError that says what happened, what to do, Lark's code and the log ID
	 */
	async exchange(
		request: PacedRequest,
		hasUuid: boolean,
		attempt: (timeoutMs: number) => Promise<Exchange>,
	): Promise<Exchange> {
		const { session } = this;
		let token: unknown;
		const delivery = {
			request,
			isRepeatable: isRepeatable(request.method, request.url, hasUuid),
			attempt: async (timeoutMs: number) => {
				token = session.token;
				return await this.tokenGate.pass(
					() => session.hasToken ?? true,
					async () => await attempt(timeoutMs),
				);
			},
			renewToken: async () => await session.renew(token),
		};
		const line = {
			pacer: pacerOf(this.baseUrl(), session.appId),
			clock,
			sending: this.sending,
			random: Math.random,
		};
		const result = await persist(delivery, line).catch((thrown: Error) => {
			throw thrown instanceof LarkFailure ? this.toNodeError(thrown) : thrown;
		});
		const { exchange, error } = result;
		if (exchange?.answer.code === 0) return exchange;
		const refused = inputErrorIn(error);
		if (refused) throw refused;
		const failure = exchange
			? await failureOf(exchange.answer, exchange.response, request.url.split('/').at(-1))
			: (error as Error);
		throw this.toNodeError(failure, effortOf(result, delivery));
	}

	/** @throws NodeApiError when the credential has none */
	private baseUrl(): string {
		try {
			return this.session.baseUrl;
		} catch (error) {
			throw this.toNodeError(error as Error);
		}
	}

	/** @param effort what was done in vain to get the request through */
	private toNodeError(error: Error, effort = ''): NodeApiError {
		const cause =
			error.cause instanceof Error && !(error instanceof LarkFailure) ? error.cause : error;
		const { message, details } =
			cause instanceof LarkFailure ? cause : unreachable(this.session.baseUrl, cause);
		const { description, code, httpStatus } = details;
		return new NodeApiError(this.context.getNode(), details as JsonObject, {
			message,
			description: [description, effort].filter(Boolean).join(' ') || undefined,
			// n8n shows this as the error's code; Lark's says more than the HTTP status.
			httpCode: (code ?? httpStatus)?.toString(),
		});
	}
}
