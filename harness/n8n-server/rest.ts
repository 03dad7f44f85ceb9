const BROWSER_ID = 'n8n-nodes-lark-im';

/** What n8n answers when it refuses; `status` is the HTTP status. */
export class RestError extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
		this.name = 'RestError';
	}
}

/** n8n's internal REST API as the editor calls it: session cookie, browser id, `{ data }` around answers. */
export class Rest {
	/** @param session of somebody who is logged in, as `session` gives it */
	constructor(
		readonly url: string,
		private cookie = '',
	) {}

	/** Whoever has it is logged in, too. */
	get session(): string {
		return this.cookie;
	}

	/** @throws {RestError} when n8n refuses */
	async get<T>(path: string): Promise<T> {
		return await this.send<T>('GET', path);
	}

	/** @throws {RestError} when n8n refuses */
	async post<T>(path: string, body: object): Promise<T> {
		return await this.send<T>('POST', path, body);
	}

	/** @throws {RestError} when n8n refuses */
	async patch<T>(path: string, body: object): Promise<T> {
		return await this.send<T>('PATCH', path, body);
	}

	/** @throws {RestError} when n8n refuses */
	async delete<T>(path: string): Promise<T> {
		return await this.send<T>('DELETE', path);
	}

	/** @returns an HTML page, whatever the HTTP status */
	async page(path: string): Promise<string> {
		return await (await this.request('GET', path)).text();
	}

	private async request(method: string, path: string, body?: object): Promise<Response> {
		const headers = {
			'content-type': 'application/json',
			'browser-id': BROWSER_ID,
			cookie: this.cookie,
			// A busy process may take a connection that n8n has closed for the next request, which then fails.
			connection: 'close',
		};
		return await fetch(`${this.url}${path}`, {
			method,
			headers,
			body: body && JSON.stringify(body),
		});
	}

	private async send<T>(method: string, path: string, body?: object): Promise<T> {
		const response = await this.request(method, path, body);
		const session = response.headers.getSetCookie().find((text) => text.startsWith('n8n-auth='));
		if (session) this.cookie = session.split(';', 1)[0] ?? '';
		const text = await response.text();
		if (!response.ok) throw new RestError(response.status, reason(text));
		const answer = JSON.parse(text) as { data: T } | T;
		return isWrapped(answer) ? answer.data : answer;
	}
}

function isWrapped<T>(answer: { data: T } | T): answer is { data: T } {
	return typeof answer === 'object' && answer !== null && 'data' in answer;
}

function reason(text: string): string {
	try {
		return (JSON.parse(text) as { message: string }).message;
	} catch {
		return text;
	}
}
