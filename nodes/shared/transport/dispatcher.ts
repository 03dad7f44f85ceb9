import { NodeApiError, type JsonObject } from 'n8n-workflow';

import { InputError } from '../inputError';
import type { LarkContext, Caller } from './caller';
import type { ConsoleOf } from './consoleLink';
import { effortOf, LarkFailure, unreachable } from './failure';
import { Gate } from './gate';
import { clock, pacerOf } from './pace';
import { redact } from './redact';
import { isRepeatable, type PreparedRequest } from './request';
import type { RequestSettings } from './requestSettings';
import { failureOf } from './response';
import { runWithRetries, type Exchange } from './retryLoop';

/** What is wrong with a file that was on its way, whatever the HTTP client has wrapped around it. */
function inputErrorIn(error: unknown): InputError | undefined {
	if (error instanceof InputError) return error;
	return error instanceof Error ? inputErrorIn(error.cause) : undefined;
}

/** Carries requests to Lark: with a token, at the app's pace, again where that is safe. */
export class Dispatcher {
	private readonly tokenGate = new Gate();

	/** All that the caller has had so far, tokens that were renewed too. */
	private readonly secrets = new Set<string>();

	constructor(
		private readonly context: LarkContext,
		private readonly caller: Caller,
		private readonly settings: RequestSettings,
	) {}

	/**
	 * Sends a request when the app's limits allow it, and again as far as that is safe. A token that
	 * Lark no longer takes is replaced once.
	 *
	 * @param attempt sends it by `send`, within the given time
	 * @returns a response with the code 0
	 * @throws NodeApiError that says what happened, what to do, Lark's code and the log ID
	 */
	async exchange(
		request: PreparedRequest,
		attempt: (timeoutMs: number) => Promise<Exchange>,
	): Promise<Exchange> {
		const { caller } = this;
		let token: unknown;
		const retried = {
			request,
			isRepeatable: isRepeatable(request),
			attempt: async (timeoutMs: number) => {
				token = caller.token;
				this.noteSecrets();
				const going = this.tokenGate.pass(
					() => caller.hasToken ?? true,
					async () => await attempt(timeoutMs),
				);
				return await going.finally(() => this.noteSecrets());
			},
			renewToken: async () => await caller.renew(token),
		};
		const conditions = {
			pacer: pacerOf(this.baseUrl(), caller.appId),
			clock,
			settings: this.settings,
			random: Math.random,
		};
		const result = await runWithRetries(retried, conditions).catch((thrown: Error) => {
			throw thrown instanceof LarkFailure ? this.toNodeError(thrown) : thrown;
		});
		const { exchange, error } = result;
		if (exchange?.body.code === 0) return exchange;
		const refused = inputErrorIn(error);
		if (refused) throw refused;
		const failure = exchange
			? await failureOf(exchange.body, exchange.http, request.endpoint.path, this.console())
			: (error as Error);
		throw this.toNodeError(failure, effortOf(result, retried));
	}

	/** Where the app is set up; a group bot has no app. */
	private console(): ConsoleOf | undefined {
		const { appId, actAs } = this.caller;
		return actAs === 'groupBot' ? undefined : { appId, consoleUrl: this.baseUrl() };
	}

	/** @throws NodeApiError when the credential has none */
	private baseUrl(): string {
		try {
			return this.caller.baseUrl;
		} catch (error) {
			throw this.toNodeError(error as Error);
		}
	}

	/** Keeps the secrets of now: a request may still carry a token that others have replaced meanwhile. */
	private noteSecrets(): void {
		for (const secret of this.caller.secrets) this.secrets.add(secret);
	}

	/** @param effort what was done in vain to get the request through */
	private toNodeError(error: Error, effort = ''): NodeApiError {
		const cause =
			error.cause instanceof Error && !(error instanceof LarkFailure) ? error.cause : error;
		const { message, details } =
			cause instanceof LarkFailure ? cause : unreachable(this.caller.baseUrl, cause);
		const { description, code, httpStatus, logId } = details;
		this.noteSecrets();
		const clean = (text: string) => redact(text, [...this.secrets]);
		const said = clean([description, effort].filter(Boolean).join(' '));
		return new NodeApiError(
			this.context.getNode(),
			{ ...details, description: said, ...(logId && { logId: clean(logId) }) } as JsonObject,
			{
				message: clean(message),
				description: said || undefined,
				// n8n shows this as the error's code; Lark's says more than the HTTP status.
				httpCode: (code ?? httpStatus)?.toString(),
			},
		);
	}
}
