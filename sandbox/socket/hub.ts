import { randomInt } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RequestHandler } from 'express';
import { WebSocketServer } from 'ws';

import type { World } from '../world/world';
import { Connection, type Acknowledgement } from './connection';
import { CODES, discovery, type ClientConfig, type Tickets } from './endpoint';

/** Connections that one app may have open at the same time. */
export const MAX_CONNECTIONS = 50;

/** The long connections of all apps. An event goes to one of an app's connections, picked at random. */
export class Hub {
	/** Serves the discovery of the address. */
	readonly endpoint: RequestHandler;

	private readonly tickets: Tickets = new Map();
	private readonly connections = new Set<Connection>();
	private readonly server = new WebSocketServer({ noServer: true });

	constructor(
		private readonly world: World,
		/** What clients are told from now on, by the endpoint and by pongs. */
		readonly config: ClientConfig,
	) {
		this.endpoint = discovery(world, this.tickets, config);
	}

	/** The open connections of an app. */
	of(appId: string): Connection[] {
		return [...this.connections].filter((connection) => connection.appId === appId);
	}

	/**
	 * Sends an event to one connection of an app.
	 *
	 * @param payload an envelope as JSON
	 * @param deadlineMs how long Lark waits for the acknowledgement
	 * @throws Error that says why there is no acknowledgement
	 */
	async push(appId: string, payload: string, deadlineMs = 3_000): Promise<Acknowledgement> {
		const open = this.of(appId);
		if (open.length === 0) throw new Error('no client is connected');
		return await open[randomInt(open.length)].push(payload, deadlineMs);
	}

	/** Opens the WebSocket of a ticket, or refuses with the three headers that say why. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		const { pathname, searchParams } = new URL(request.url ?? '/', 'ws://sandbox');
		const ticket = searchParams.get('ticket') ?? '';
		const appId = pathname === '/ws/v2' ? this.tickets.get(ticket) : undefined;
		this.tickets.delete(ticket);
		if (!appId) return refuse(socket, CODES.authFailed, 'the ticket is invalid');
		if (this.of(appId).length >= MAX_CONNECTIONS) {
			const reason = 'the number of connections exceeds the limit';
			return refuse(socket, CODES.authFailed, reason, CODES.tooManyConnections);
		}
		const service = Number(searchParams.get('service_id'));
		this.server.handleUpgrade(request, socket, head, (opened) => {
			const connection = new Connection(appId, opened, service, this.config);
			this.connections.add(connection);
			this.world.emit({ type: 'state' });
			opened.once('close', () => {
				this.connections.delete(connection);
				this.world.emit({ type: 'state' });
			});
		});
	}

	close(): void {
		for (const connection of this.connections) connection.drop();
		this.server.close();
	}
}

function refuse(socket: Duplex, status: number, message: string, authCode?: number): void {
	const lines = [
		'HTTP/1.1 403 Forbidden',
		'Connection: close',
		'Content-Length: 0',
		`Handshake-Status: ${status}`,
		`Handshake-Msg: ${message}`,
		...(authCode === undefined ? [] : [`Handshake-Autherrcode: ${authCode}`]),
	];
	socket.end(`${lines.join('\r\n')}\r\n\r\n`);
}
