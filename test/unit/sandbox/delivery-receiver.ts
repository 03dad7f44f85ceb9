import {
	createServer,
	type IncomingHttpHeaders,
	type RequestListener,
	type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { Dispatcher, type Delivery, type Subscription } from '../../../sandbox/delivery/dispatcher';

export interface Received {
	method: string;
	headers: IncomingHttpHeaders;
	body: string;
}

/** Listens on a free loopback port. */
export async function listen(listener: RequestListener): Promise<{ server: Server; url: string }> {
	const server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { server, url: `http://127.0.0.1:${port}/webhook` };
}

/** Stops a server and waits until its port is free and its connections are gone. */
export async function stop(server: Server): Promise<void> {
	const closed = new Promise((resolve) => server.close(resolve));
	server.closeAllConnections();
	await closed;
}

type Reply = { status?: number; headers?: Record<string, string>; body?: string } | 'never';

const cleanUps: Array<() => unknown> = [];
afterEach(async () => {
	for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** A request URL, open until the test ends, that keeps what it receives and answers as it is told. */
export async function receive(answer: (request: Received, count: number) => Reply) {
	const received: Received[] = [];
	const { server, url } = await listen((request, response) => {
		void text(request).then((body) => {
			const entry = { method: request.method ?? '', headers: request.headers, body };
			received.push(entry);
			const reply = answer(entry, received.length);
			if (reply === 'never') return;
			response.writeHead(reply.status ?? 200, reply.headers).end(reply.body);
		});
	});
	cleanUps.push(() => stop(server));
	return { url, received };
}

/** A dispatcher without waits between its attempts, closed when the test ends. */
export function createDispatcher(
	options: { timeScale?: number; onDelivery?: (delivery: Delivery) => void } = {},
) {
	const dispatcher = new Dispatcher({ clock: Date.now, timeScale: 0, ...options });
	cleanUps.push(() => dispatcher.close());
	return dispatcher;
}

export function subscribe(requestUrl: string, encryptKey = ''): Subscription {
	return { appId: 'cli_app', requestUrl, verificationToken: 'token', encryptKey };
}
