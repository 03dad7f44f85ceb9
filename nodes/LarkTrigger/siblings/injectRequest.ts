import type { IWebhookFunctions } from 'n8n-workflow';

/** A POST request with a path instead of a URL. */
export interface InjectedRequest {
	path: string;
	headers: Record<string, string>;
	body: Buffer;
}

type ExpressRequest = ReturnType<IWebhookFunctions['getRequestObject']>;
type ExpressResponse = ReturnType<IWebhookFunctions['getResponseObject']>;
type Stream = ExpressRequest['socket'];

/**
 * Hands a request to the Express application of this process, without a connection: no proxy, no address
 * and no protection against internal addresses stands between. Node's classes are those of the request
 * and response at hand, since a community node imports nothing of Node.
 *
 * @param at a request that the application has got, and its response
 * @returns the status and the body, JSON as its value
 * @throws when the application closes the response without finishing it
 */
export async function injectRequest(
	at: { request: ExpressRequest; response: ExpressResponse },
	{ path, headers, body }: InjectedRequest,
): Promise<{ status: number; body: unknown }> {
	const Duplex = classOf<Stream>(at.request.socket, 'Duplex');
	const IncomingMessage = classOf<ExpressRequest>(at.request, 'IncomingMessage');
	const ServerResponse = classOf<ExpressResponse>(at.response, 'ServerResponse');

	const socket = new Duplex({
		read: () => {},
		write: (_chunk: unknown, _encoding: unknown, done: () => void) => done(),
	});
	Object.assign(socket, {
		remoteAddress: at.request.socket.remoteAddress,
		setTimeout: () => socket,
	});
	const request = new IncomingMessage(socket);
	const length = String(body.length);
	Object.assign(request, {
		method: 'POST',
		url: path,
		headers: { host: at.request.headers.host, ...headers, 'content-length': length },
		complete: true,
	});
	request.push(body);
	request.push(null);
	const response = new ServerResponse(request);
	response.assignSocket(socket);

	const chunks = collectChunks(response);
	await new Promise<void>((resolve, reject) => {
		response.once('finish', resolve);
		response.once('error', reject);
		response.once('close', () => reject(new Error('the response was not finished')));
		at.request.app(request, response);
	});
	return { status: response.statusCode, body: parse(Buffer.concat(chunks).toString()) };
}

/** The class of an object, or one that it extends, by its name. */
function classOf<T>(object: object, name: string): new (options: unknown) => T {
	let prototype = Object.getPrototypeOf(object) as object;
	while (prototype.constructor.name !== name)
		prototype = Object.getPrototypeOf(prototype) as object;
	return prototype.constructor as new (options: unknown) => T;
}

/** The pieces of the body as the application writes them, without the header that goes into the socket. */
function collectChunks(response: ExpressResponse): Buffer[] {
	const chunks: Buffer[] = [];
	for (const name of ['write', 'end'] as const) {
		const original = response[name].bind(response) as (...args: unknown[]) => unknown;
		const collecting = (...args: unknown[]) => {
			const [chunk] = args;
			if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
			return original(...args);
		};
		Object.assign(response, { [name]: collecting });
	}
	return chunks;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
