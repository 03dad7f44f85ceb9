import {
	NodeApiError,
	type ICredentialDataDecryptedObject,
	type ICredentialsDecrypted,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IN8nHttpFullResponse,
	type JsonObject,
} from 'n8n-workflow';

import { failureOf } from './answer';
import { effortOf, LarkFailure, unreachable } from './failure';
import { Gate } from './gate';
import { baseUrlOf } from './hosts';
import { clock, pacerOf, type PacedRequest } from './pace';
import { persist, type Exchange } from './persist';
import { isRepeatable } from './retry';
import type { Sending } from './sending';
import { isTokenUsable } from './token';

/** The n8n contexts that may call Lark. */
export type LarkContext = IExecuteFunctions | ILoadOptionsFunctions;

export const CREDENTIAL_TYPE = 'larkApi';

type Credential = ICredentialsDecrypted & { data: ICredentialDataDecryptedObject };

/**
 * Carries the requests of one execution to Lark: with a token, at the app's pace, again where that
 * is safe. Holds the credential, so that it is read once, not per request, and n8n's helper
 * refreshes the token in place.
 */
export class Connection {
	private readonly tokenGate = new Gate();

	private constructor(
		private readonly context: LarkContext,
		private readonly credential: Credential,
		private readonly sending: Sending,
	) {}

	/**
	 * Reads the node's credential.
	 *
	 * @throws when the node has none
	 */
	static async open(context: LarkContext, sending: Sending): Promise<Connection> {
		const data = await context.getCredentials(CREDENTIAL_TYPE);
		const { id, name } = context.getNode().credentials?.[CREDENTIAL_TYPE] ?? { id: '', name: '' };
		const credential = { id: id ?? '', name, type: CREDENTIAL_TYPE, data };
		return new Connection(context, credential, sending);
	}

	get appId(): string {
		return String(this.credential.data.appId).trim();
	}

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
		const { data } = this.credential;
		let token: unknown;
		const delivery = {
			request,
			isRepeatable: isRepeatable(request.method, request.url, hasUuid),
			attempt: async (timeoutMs: number) => {
				token = data.tenantAccessToken;
				return await this.tokenGate.pass(
					() => isTokenUsable(data, Date.now()),
					async () => await attempt(timeoutMs),
				);
			},
			renewToken: () => this.discard(token),
		};
		const line = {
			pacer: pacerOf(this.baseUrl(), this.appId),
			clock,
			sending: this.sending,
			random: Math.random,
		};
		const result = await persist(delivery, line);
		const { exchange, error } = result;
		if (exchange?.answer.code === 0) return exchange;
		const failure = exchange
			? await failureOf(exchange.answer, exchange.response, request.url.split('/').at(-1))
			: (error as Error);
		throw this.toNodeError(failure, effortOf(result, delivery));
	}

	/** Sends a request once, with the token. */
	async send(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
		const { httpRequestWithAuthentication } = this.context.helpers;
		return (await httpRequestWithAuthentication.call(
			this.context,
			CREDENTIAL_TYPE,
			{
				...options,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			},
			{ credentialsDecrypted: this.credential },
		)) as IN8nHttpFullResponse;
	}

	/** An empty token makes n8n fetch and store a new one, unless another request has done so meanwhile. */
	private discard(token: unknown): void {
		const { data } = this.credential;
		if (data.tenantAccessToken === token) data.tenantAccessToken = '';
	}

	/** @throws NodeApiError when the credential has none */
	private baseUrl(): string {
		try {
			return baseUrlOf(this.credential.data);
		} catch (error) {
			throw this.toNodeError(error as Error);
		}
	}

	/** @param effort what was done in vain to get the request through */
	private toNodeError(error: Error, effort = ''): NodeApiError {
		const cause =
			error.cause instanceof Error && !(error instanceof LarkFailure) ? error.cause : error;
		const { message, details } =
			cause instanceof LarkFailure ? cause : unreachable(baseUrlOf(this.credential.data), cause);
		const { description, code, httpStatus } = details;
		return new NodeApiError(this.context.getNode(), details as JsonObject, {
			message,
			description: [description, effort].filter(Boolean).join(' ') || undefined,
			// n8n shows this as the error's code; Lark's says more than the HTTP status.
			httpCode: (code ?? httpStatus)?.toString(),
		});
	}
}
