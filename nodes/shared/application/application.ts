import type { IWebhookFunctions } from 'n8n-workflow';

export type ExpressRequest = ReturnType<IWebhookFunctions['getRequestObject']>;
export type ExpressResponse = ReturnType<IWebhookFunctions['getResponseObject']>;

type ClassOf<T> = new (options: unknown) => T;

/**
 * The Express application of this process, with all webhooks that it serves. Node's classes are those of a
 * request and response that it has had, since a community node imports nothing of Node.
 */
export interface WebApplication {
	handle(request: ExpressRequest, response: ExpressResponse): unknown;
	/** The address at which the request had come. */
	host: string | undefined;
	remoteAddress: string | undefined;
	Duplex: ClassOf<ExpressRequest['socket']>;
	IncomingMessage: ClassOf<ExpressRequest>;
	ServerResponse: ClassOf<ExpressResponse>;
}

let known: WebApplication | undefined;

/** The application that has got the request of a webhook. From then on it is known in this process. */
export function applicationOf(context: IWebhookFunctions): WebApplication {
	const request = context.getRequestObject();
	const { app, headers, socket } = request;
	known = {
		handle: (...args) => app(...args),
		host: headers.host,
		remoteAddress: socket.remoteAddress,
		Duplex: classOf(socket, 'Duplex'),
		IncomingMessage: classOf(request, 'IncomingMessage'),
		ServerResponse: classOf(context.getResponseObject(), 'ServerResponse'),
	};
	return known;
}

/** The application of this process, once one of our webhooks has been called here. */
export const knownApplication = (): WebApplication | undefined => known;

/** The class of an object, or one that it extends, by its name. */
function classOf<T>(object: T & object, name: string): ClassOf<T> {
	let prototype = Object.getPrototypeOf(object) as object;
	while (prototype.constructor.name !== name)
		prototype = Object.getPrototypeOf(prototype) as object;
	return prototype.constructor as ClassOf<T>;
}
