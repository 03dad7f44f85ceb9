import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express, { json, type RequestHandler, type Router } from 'express';

import type { Hub } from './socket/hub';

const PAGE = path.join(__dirname, 'page');

export interface RunningServer {
	port: number;
	close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1: Lark under /open-apis, its long connection under /callback/ws and /ws, the control
 * API under /sandbox, the chat page at /. The addresses that Lark's developer console has for the pages of an app lead to
 * the console in the chat page.
 *
 * @param port 0 for any free one
 * @throws Error when the port is taken
 */
export async function listen(
	port: number,
	openApis: RequestHandler,
	control: Router,
	hub: Hub,
): Promise<RunningServer> {
	const app = express().disable('x-powered-by').disable('etag');
	app.use('/open-apis', openApis);
	app.post('/callback/ws/endpoint', json(), hub.endpoint);
	app.use('/sandbox', control);
	app.get('/app/:app_id/:page', (req, res) => res.redirect(consolePlace(req.params, req.query.q)));
	app.use(express.static(PAGE));
	app.use((_req, res) => {
		res.status(404).type('text').send('404 page not found');
	});
	const server = http.createServer(app);
	server.on('upgrade', (request, socket, head) => hub.upgrade(request, socket, head));
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		close: async () => {
			server.close();
			hub.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}

/** @param scopes to be added, with commas, as in the `helps` of code 99991672 */
function consolePlace({ app_id: app, page }: Record<string, string>, scopes: unknown): string {
	const find = page === 'auth' && typeof scopes === 'string' ? { scopes } : undefined;
	return `/?${String(new URLSearchParams({ app, ...find }))}`;
}
