import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../inputError';
import { readAnswer } from './answer';
import { Connection } from './connection';
import { fileIn, readDownload, type Download } from './download';
import {
	fillPath,
	type LarkData,
	type LarkListItem,
	type LarkRequest,
	type SdkMethod,
} from './endpoint';
import { multipart, type SourceFile } from './multipart';
import { readPages, type Pages } from './pages';
import { briefly, type Sending } from './sending';
import type { Identity, LarkContext, Session } from './session';

const REQUEST_TIMEOUT_MS = 60_000;

/** For files of up to 30 MB over a slow line. */
const FILE_TIMEOUT_MS = 300_000;

/** The one door to Lark, for one credential: what operations call. */
export class LarkClient {
	private readonly connection: Connection;

	/** @param sending how the requests are paced and repeated */
	constructor(
		context: LarkContext,
		private readonly session: Session,
		private readonly sending: Sending = briefly(),
	) {
		this.connection = new Connection(context, session, sending);
	}

	/** The app that calls, which is also the bot's ID as operator of what it has done. */
	get appId(): string {
		return this.session.appId;
	}

	/** Who calls. */
	get identity(): Identity {
		return this.session.identity;
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

	/**
	 * Calls an endpoint, at the app's pace, again where that is safe.
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
		const paced = { method, url, filled, body };
		const hasUuid = Boolean(body?.uuid ?? query?.uuid);
		const { answer } = await this.connection.exchange(paced, hasUuid, async (timeoutMs) => {
			const response = await this.session.send({
				method,
				url: filled,
				headers: { 'Content-Type': 'application/json; charset=utf-8' },
				qs: query,
				arrayFormat: 'repeat',
				body,
				json: true,
				timeout: Math.min(REQUEST_TIMEOUT_MS, timeoutMs),
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
		const paced = { method: 'POST', url, filled: url };
		const done = await this.sending.files.take();
		const upload = async (timeoutMs: number) => {
			const { body, close } = await open();
			try {
				const timeout = Math.min(FILE_TIMEOUT_MS, timeoutMs);
				const response = await this.session.send({
					method: 'POST',
					url,
					headers,
					body,
					timeout,
				});
				return { response, answer: readAnswer(response) };
			} finally {
				close();
			}
		};
		const { answer } = await this.connection.exchange(paced, false, upload).finally(done);
		return answer.data as Data;
	}

	/**
	 * Downloads a file as a stream. Read it to its end or destroy it: others wait for that.
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
		const paced = { method: 'GET', url, filled };
		const done = await this.sending.files.take();
		const begin = async (timeoutMs: number) => {
			const answered = await this.session.send({
				method: 'GET',
				url: filled,
				headers: { 'Content-Type': 'application/json; charset=utf-8' },
				qs: query,
				encoding: 'stream',
				timeout: Math.min(FILE_TIMEOUT_MS, timeoutMs),
			});
			return { response: answered, answer: await readDownload(answered) };
		};
		const begun = await this.connection.exchange(paced, false, begin).catch((error: Error) => {
			done();
			throw error;
		});
		const file = fileIn(begun.response);
		if (file.stream.closed) done();
		file.stream.once('close', done);
		return file;
	}

	/**
	 * Calls a list endpoint page by page until there are enough records or no further page.
	 *
	 * @throws as `call`
	 */
	async list<Method extends SdkMethod>(
		request: LarkRequest<Method>,
		pages: Pages,
	): Promise<Array<LarkListItem<Method>>> {
		return await readPages(request, pages, async (page) => await this.call<Method>(page));
	}
}
