import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express, { type RequestHandler, type Router } from 'express';

const PAGE = path.join(__dirname, '..', 'page');

export interface RunningServer {
	port: number;
	close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1: Lark under /open-apis, the control API under /sandbox, the chat page at /.
 *
 * @param port 0 for any free one
 * @throws Error when the port is taken
 */
export async function listen(
	port: number,
	openApis: RequestHandler,
	control: Router,
): Promise<RunningServer> {
	const app = express().disable('x-powered-by').disable('etag');
	app.use('/open-apis', openApis);
	app.use('/sandbox', control);
	app.use(express.static(PAGE));
	app.use((_req, res) => {
		res.status(404).type('text').send('404 page not found');
	});
	const server = http.createServer(app).listen(port, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		close: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}
