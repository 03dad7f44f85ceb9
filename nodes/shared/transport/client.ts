import {
	NodeApiError,
	type ICredentialDataDecryptedObject,
	type ICredentialsDecrypted,
	type IDataObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IN8nHttpFullResponse,
	type ITriggerFunctions,
	type IWebhookFunctions,
	type JsonObject,
} from 'n8n-workflow';

import { InputError } from '../inputError';
import { failureOf, readAnswer, type LarkAnswer } from './answer';
import { fileIn, readDownload, type Download } from './download';
import {
	fillPath,
	type LarkData,
	type LarkListItem,
	type LarkRequest,
	type SdkMethod,
} from './endpoint';
import { LarkFailure, unreachable } from './failure';
import { baseUrlOf } from './hosts';
import { multipart, type SourceFile } from './multipart';

/** The n8n contexts that may call Lark. */
export type LarkContext =
	| IExecuteFunctions
	| ILoadOptionsFunctions
	| ITriggerFunctions
	| IWebhookFunctions;

export const CREDENTIAL_TYPE = 'larkApi';

/** Token missing, invalid, of another kind: the gateway refused before the endpoint saw the request. */
const TOKEN_CODES = new Set([99991661, 99991663, 99991664, 99991665, 99991671]);

interface Page<Item> {
	items?: Item[];
	has_more?: boolean;
	page_token?: string;
}

interface Exchange {
	response: IN8nHttpFullResponse;
	answer: LarkAnswer;
}

const REQUEST_TIMEOUT_MS = 60_000;

/** For files of up to 30 MB over a slow line. */
const FILE_TIMEOUT_MS = 300_000;

/** What is wrong with a file that was on its way, whatever the HTTP client has wrapped around it. */
function inputErrorIn(error: unknown): InputError | undefined {
	if (error instanceof InputError) return error;
	return error instanceof Error ? inputErrorIn(error.cause) : undefined;
}

/**
 * The one door to Lark. Holds the credential of one execution, so that it is read once, not per
 * request, and n8n's helper refreshes the token in place.
 */
export class LarkClient {
	private constructor(
		private readonly context: LarkContext,
		private readonly credential: ICredentialsDecrypted & { data: ICredentialDataDecryptedObject },
	) {}

	/**
	 * Reads the node's credential.
	 *
	 * @throws when the node has none
	 */
	static async open(context: LarkContext): Promise<LarkClient> {
		const data = await context.getCredentials(CREDENTIAL_TYPE);
		const { id, name } = context.getNode().credentials?.[CREDENTIAL_TYPE] ?? { id: '', name: '' };
		return new LarkClient(context, { id: id ?? '', name, type: CREDENTIAL_TYPE, data });
	}

	/** The app that calls, which is also the bot's ID as operator of what it has done. */
	get appId(): string {
		return String(this.credential.data.appId).trim();
	}

	/**
	 * Calls an endpoint. A token that Lark no longer takes is replaced once and the request sent again.
	 *
	 * @param request typed by the SDK's method for the endpoint, e.g. `Client['im']['v1']['message']['create']`
	 * @returns the `data` of the answer, or the whole answer of an old endpoint that has none
	 * @throws NodeApiError that says what happened, what to do, Lark's code and the log ID
	 */
	async call<Method extends SdkMethod>(request: LarkRequest<Method>): Promise<LarkData<Method>> {
		const { method, url, path, query, body } = request as {
			method: LarkRequest<Method>['method'];
			url: string;
			path?: Record<string, string>;
			query?: IDataObject;
			body?: IDataObject;
		};
		const filled = fillPath(url, path ?? {});
		const { answer } = await this.exchange(url, async () => {
			const response = await this.send({
				method,
				url: filled,
				headers: { 'Content-Type': 'application/json; charset=utf-8' },
				qs: query,
				arrayFormat: 'repeat',
				body,
				json: true,
				timeout: REQUEST_TIMEOUT_MS,
			});
			return { response, answer: readAnswer(response) };
		});
		return (answer.data ?? answer) as LarkData<Method>;
	}

	/**
	 * Uploads a file as a stream. The file is opened again when it has to be sent a second time.
	 *
	 * @param field the file's name in the form
	 * @returns the `data` of the answer: the key
	 * @throws as `call`
	 */
	async upload<Data extends IDataObject>(
		url: string,
		fields: Record<string, string>,
		field: string,
		file: SourceFile,
	): Promise<Data> {
		const { headers, open } = multipart(fields, field, file);
		const { answer } = await this.exchange(url, async () => {
			const { body, close } = await open();
			try {
				const timeout = FILE_TIMEOUT_MS;
				const response = await this.send({ method: 'POST', url, headers, body, timeout });
				return { response, answer: readAnswer(response) };
			} finally {
				close();
			}
		});
		return answer.data as Data;
	}

	/**
	 * Downloads a file as a stream.
	 *
	 * @param url a template with `:name` segments
	 * @throws as `call`
	 */
	async download(
		url: string,
		path: Record<string, string>,
		query: IDataObject = {},
	): Promise<Download> {
		const filled = fillPath(url, path);
		const { response } = await this.exchange(url, async () => {
			const answered = await this.send({
				method: 'GET',
				url: filled,
				headers: { 'Content-Type': 'application/json; charset=utf-8' },
				qs: query,
				encoding: 'stream',
				timeout: FILE_TIMEOUT_MS,
			});
			return { response: answered, answer: await readDownload(answered) };
		});
		return fileIn(response);
	}

	/**
	 * Calls a list endpoint page by page until there are enough records or no further page.
	 *
	 * @param pageSize the most that the endpoint takes as page_size; by default what the query says
	 * @param limit how many records are wanted; all of them by default
	 * @throws as `call`
	 */
	async list<Method extends SdkMethod>(
		request: LarkRequest<Method>,
		{ pageSize, limit = Infinity }: { pageSize?: number; limit?: number },
	): Promise<Array<LarkListItem<Method>>> {
		const records: Array<LarkListItem<Method>> = [];
		let page_token: string | undefined;
		do {
			const { query } = request as { query?: IDataObject };
			const page_size = pageSize && Math.min(pageSize, limit - records.length);
			const page = (await this.call<Method>({
				...request,
				query: { page_size, ...query, page_token },
			})) as Page<LarkListItem<Method>>;
			records.push(...(page.items ?? []));
			const next = page.has_more ? page.page_token : undefined;
			page_token = next === page_token ? undefined : next;
		} while (page_token && records.length < limit);
		return records.slice(0, limit);
	}

	/** @param attempt sends the request; runs again when Lark no longer takes the token */
	private async exchange(url: string, attempt: () => Promise<Exchange>): Promise<Exchange> {
		try {
			const token = this.credential.data.tenantAccessToken;
			let exchange = await attempt();
			if (TOKEN_CODES.has(exchange.answer.code)) {
				this.discard(token);
				exchange = await attempt();
			}
			const { answer, response } = exchange;
			if (answer.code !== 0) throw await failureOf(answer, response, url.split('/').at(-1));
			return exchange;
		} catch (error) {
			throw inputErrorIn(error as Error) ?? this.toNodeError(error as Error);
		}
	}

	private async send(options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> {
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

	private toNodeError(error: Error): NodeApiError {
		const cause = error.cause instanceof Error ? error.cause : error;
		const { message, details } =
			cause instanceof LarkFailure ? cause : unreachable(baseUrlOf(this.credential.data), cause);
		const { description, code, httpStatus } = details;
		return new NodeApiError(this.context.getNode(), details as JsonObject, {
			message,
			description,
			// n8n shows this as the error's code; Lark's says more than the HTTP status.
			httpCode: (code ?? httpStatus)?.toString(),
		});
	}
}
