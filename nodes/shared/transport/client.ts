import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../inputError';
import type { ActAs } from './actAs';
import type { AppFacts, Caller, LarkContext } from './caller';
import { Dispatcher } from './dispatcher';
import { fileIn, readDownload, type Download } from './download';
import {
	fillPath,
	type Endpoint,
	type LarkData,
	type LarkListItem,
	type LarkRequest,
	type SdkMethod,
} from './endpoint';
import { multipart, type SourceFile } from './multipart';
import { readPages, type Pages } from './pages';
import { withUuid, type PreparedRequest } from './request';
import { pickerSettings, type RequestSettings } from './requestSettings';
import { readResponse } from './response';

const REQUEST_TIMEOUT_MS = 60_000;

/** For files of up to 30 MB over a slow connection. */
const FILE_TIMEOUT_MS = 300_000;

const JSON_HEADERS = { 'Content-Type': 'application/json; charset=utf-8' };

/** The parts of a request, whatever the endpoint. */
interface AnyRequest {
	path?: Record<string, string>;
	query?: IDataObject;
	body?: IDataObject;
	uuid?: string;
}

/** May be left out where the endpoint needs nothing. */
type RequestOf<Method extends SdkMethod> =
	object extends LarkRequest<Method> ? [LarkRequest<Method>?] : [LarkRequest<Method>];

/** The one door to Lark, for one credential: what operations call. */
export class LarkClient {
	private readonly dispatcher: Dispatcher;

	/** How far Lark's clock is ahead of the one here, in ms, as the latest response has told. */
	private aheadMs = 0;

	/** @param settings how the requests are paced and repeated */
	constructor(
		context: LarkContext,
		private readonly caller: Caller,
		private readonly settings: RequestSettings = pickerSettings(),
	) {
		this.dispatcher = new Dispatcher(context, caller, settings);
	}

	/** The app that calls, which is also the bot's ID as operator of what it has done. */
	get appId(): string {
		return this.caller.appId;
	}

	/** Unix time in ms by Lark's clock, as far as its responses have told; the clock here may be off. */
	get larkTime(): number {
		return Date.now() + this.aheadMs;
	}

	/** Who calls. */
	get actAs(): ActAs {
		return this.caller.actAs;
	}

	/**
	 * What the credential says about the app.
	 *
	 * @throws InputError for a credential without an app
	 */
	get app(): AppFacts {
		if (this.caller.app) return this.caller.app;
		throw new InputError('Only the bot has an app', 'Set Act As to Bot.');
	}

	/** Words of which each message must have one; usually there are none. */
	get keywords(): readonly string[] {
		return this.caller.keywords ?? [];
	}

	/**
	 * For what Lark lets no person do, within operations that a person can run.
	 *
	 * @param message what only the bot can do, and where
	 * @throws InputError as a person or group bot
	 */
	assertBot(message: string): void {
		if (this.actAs === 'bot') return;
		this.assertApp();
		throw new InputError(message, 'Set Act As to Bot, or do this part in a Lark step of its own.');
	}

	/** @throws InputError for a group bot, which can do nothing but send */
	private assertApp(): void {
		if (this.actAs !== 'groupBot') return;
		throw new InputError(
			'A group bot only sends: it can neither look up people and chats nor upload files',
			'Enter the ID or key, which a Lark step with Act As Bot gives.',
		);
	}

	/**
	 * Calls an endpoint, at the app's pace, again where that is safe.
	 *
	 * @param request typed by the SDK's method for the endpoint
	 * @returns the `data` of the response, or the whole response of an old endpoint that has none
	 * @throws NodeApiError that says what happened, what to do, Lark's code and the log ID
	 */
	async call<Method extends SdkMethod>(
		endpoint: Endpoint<Method>,
		...[request]: RequestOf<Method>
	): Promise<LarkData<Method>> {
		if (!endpoint.tokens.includes(this.actAs)) this.assertApp();
		const { path = {}, query, body, uuid } = (request ?? {}) as AnyRequest;
		const values = { ...this.caller.pathValues?.(endpoint.path), ...path };
		const prepared = { endpoint, path: fillPath(endpoint.path, values), query, body };
		return (await this.send(withUuid(prepared, uuid))) as LarkData<Method>;
	}

	/**
	 * Sends a request whose path is filled in already.
	 *
	 * @returns and throws as `call`
	 */
	async send(request: PreparedRequest): Promise<IDataObject> {
		const { endpoint, path, query, body } = request;
		const exchange = await this.dispatcher.exchange(request, async (timeoutMs) => {
			const http = await this.caller.send({
				method: endpoint.method,
				url: path,
				headers: JSON_HEADERS,
				qs: query,
				arrayFormat: 'repeat',
				body,
				json: true,
				timeout: Math.min(REQUEST_TIMEOUT_MS, timeoutMs),
			});
			const at = Date.parse(String(http.headers.date));
			if (!Number.isNaN(at)) this.aheadMs = at - Date.now();
			return { http, body: readResponse(http) };
		});
		return (exchange.body.data ?? exchange.body) as IDataObject;
	}

	/**
	 * Calls a list endpoint page by page until there are enough records or no further page.
	 *
	 * @throws as `call`
	 */
	async list<Method extends SdkMethod>(
		endpoint: Endpoint<Method>,
		request: LarkRequest<Method>,
		pages: Pages,
	): Promise<Array<LarkListItem<Method>>> {
		const { path = {}, query, body } = request as AnyRequest;
		const prepared = { endpoint, path: fillPath(endpoint.path, path), query, body };
		return (await this.pages(prepared, pages)) as Array<LarkListItem<Method>>;
	}

	/**
	 * As `list`, for a request whose path is filled in already.
	 *
	 * @param recordsOf takes the records out of a page, by default from `items`
	 */
	async pages(
		request: PreparedRequest,
		pages: Pages,
		recordsOf?: (page: IDataObject) => IDataObject[],
	): Promise<IDataObject[]> {
		return await readPages(request, pages, async (page) => await this.send(page), recordsOf);
	}

	/**
	 * Uploads a file as a stream. The file is opened again when it has to be sent a second time.
	 *
	 * @param fields the texts of the form
	 * @param field the file's name in the form
	 * @returns the `data` of the response: the key
	 * @throws InputError as a group bot; otherwise as `call`
	 */
	async upload<Method extends SdkMethod>(
		endpoint: Endpoint<Method>,
		fields: Record<string, string>,
		field: string,
		file: SourceFile,
	): Promise<LarkData<Method>> {
		if (!endpoint.tokens.includes(this.actAs)) this.assertApp();
		const { headers, open } = multipart(fields, field, file);
		const { method, path } = endpoint;
		const release = await this.settings.files.acquire();
		const attempt = async (timeoutMs: number) => {
			const { body, close } = await open();
			try {
				const timeout = Math.min(FILE_TIMEOUT_MS, timeoutMs);
				const http = await this.caller.send({ method, url: path, headers, body, timeout });
				return { http, body: readResponse(http) };
			} finally {
				close();
			}
		};
		const { body } = await this.dispatcher.exchange({ endpoint, path }, attempt).finally(release);
		return body.data as LarkData<Method>;
	}

	/**
	 * Downloads a file as a stream. Read it to its end or destroy it: others wait for that.
	 *
	 * @throws as `call`
	 */
	async download(
		endpoint: Endpoint,
		pathValues: Record<string, string>,
		query: IDataObject = {},
	): Promise<Download> {
		const path = fillPath(endpoint.path, pathValues);
		const release = await this.settings.files.acquire();
		const attempt = async (timeoutMs: number) => {
			const http = await this.caller.send({
				method: endpoint.method,
				url: path,
				headers: JSON_HEADERS,
				qs: query,
				encoding: 'stream',
				timeout: Math.min(FILE_TIMEOUT_MS, timeoutMs),
			});
			return { http, body: await readDownload(http) };
		};
		const { http } = await this.dispatcher
			.exchange({ endpoint, path }, attempt)
			.catch((error: Error) => {
				release();
				throw error;
			});
		const file = fileIn(http);
		if (file.stream.closed) release();
		file.stream.once('close', release);
		return file;
	}
}
