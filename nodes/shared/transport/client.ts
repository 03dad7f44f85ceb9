import {
	NodeApiError,
	type IDataObject,
	type IN8nHttpFullResponse,
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
import { multipart, type SourceFile } from './multipart';
import type { Identity, LarkContext, Session } from './session';

/** Token missing, invalid, of another kind: the gateway refused before the endpoint saw the request. */
const TOKEN_CODES = new Set([99991661, 99991663, 99991664, 99991665, 99991668, 99991671, 99991677]);

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

/** The one door to Lark, for one credential. */
export class LarkClient {
	constructor(
		private readonly context: LarkContext,
		private readonly session: Session,
	) {}

	/** The app that calls, which is also the bot's ID as operator of what it has done. */
	get appId(): string {
		return this.session.appId;
	}

	/** Who calls. */
	get identity(): Identity {
		return this.session.identity;
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
			const response = await this.session.send({
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
	 * @throws InputError as a person, whom Lark lets upload nothing; otherwise as `call`
	 */
	async upload<Data extends IDataObject>(
		url: string,
		fields: Record<string, string>,
		field: string,
		file: SourceFile,
	): Promise<Data> {
		this.assertBot('Files can only be uploaded as Bot');
		const { headers, open } = multipart(fields, field, file);
		const { answer } = await this.exchange(url, async () => {
			const { body, close } = await open();
			try {
				const timeout = FILE_TIMEOUT_MS;
				const response = await this.session.send({ method: 'POST', url, headers, body, timeout });
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
			const answered = await this.session.send({
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

	/**
	 * For what Lark lets no person do, within operations that a person can run.
	 *
	 * @param message what only the bot can do, and where
	 * @throws InputError as a person
	 */
	assertBot(message: string): void {
		if (this.identity === 'bot') return;
		throw new InputError(message, 'Set Act As to Bot, or do this part in a Lark step of its own.');
	}

	/** @param attempt sends the request; runs again when Lark no longer takes the token */
	private async exchange(url: string, attempt: () => Promise<Exchange>): Promise<Exchange> {
		try {
			const { token } = this.session;
			let exchange = await attempt();
			if (TOKEN_CODES.has(exchange.answer.code) && (await this.session.renew(token))) {
				exchange = await attempt();
			}
			const { answer, response } = exchange;
			if (answer.code !== 0) throw await failureOf(answer, response, url.split('/').at(-1));
			return exchange;
		} catch (error) {
			throw inputErrorIn(error as Error) ?? this.toNodeError(error as Error);
		}
	}

	private toNodeError(error: Error): NodeApiError {
		const cause = error.cause instanceof Error ? error.cause : error;
		const { message, details } =
			cause instanceof LarkFailure ? cause : unreachable(this.session.baseUrl, cause);
		const { description, code, httpStatus } = details;
		return new NodeApiError(this.context.getNode(), details as JsonObject, {
			message,
			description,
			// n8n shows this as the error's code; Lark's says more than the HTTP status.
			httpCode: (code ?? httpStatus)?.toString(),
		});
	}
}
