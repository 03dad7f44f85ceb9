import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';

import type { ClientConfig } from './endpoint';
import { eventFrames } from './fragments';
import { CONTROL, DATA, decode, encode, headerOf, type Frame } from './frame';

/** A client's response to an event. */
export interface Acknowledgement {
	/** 200 when its handler has finished, 500 when it has thrown. */
	code: number;
	/** What the handler returned, for callbacks. */
	data?: unknown;
}

interface Waiting {
	resolve: (acknowledgement: Acknowledgement) => void;
	reject: (reason: Error) => void;
}

/** One client of an app: responds to its pings and sends it events. */
export class Connection {
	/** How many pings have come in. */
	pings = 0;
	/** What a pong carries instead of the settings. */
	pongPayload?: string;

	private readonly waiting = new Map<string, Waiting>();
	private isSilent = false;

	constructor(
		readonly appId: string,
		private readonly socket: WebSocket,
		private readonly service: number,
		private readonly config: ClientConfig,
	) {
		socket.on('message', (bytes: Buffer) => this.receive(decode(bytes)));
		socket.once('close', () => {
			for (const { reject } of this.waiting.values()) reject(new Error('the connection has ended'));
		});
	}

	/**
	 * Sends an event and waits for its acknowledgement.
	 *
	 * @param payload an envelope as JSON
	 * @throws Error when the deadline passes or the connection ends before
	 */
	async push(payload: string, deadlineMs: number): Promise<Acknowledgement> {
		const messageId = randomUUID();
		let timer: NodeJS.Timeout | undefined;
		try {
			return await new Promise((resolve, reject) => {
				const late = new Error(`no answer within ${deadlineMs / 1000} s`);
				timer = setTimeout(() => reject(late), deadlineMs);
				this.waiting.set(messageId, { resolve, reject });
				this.send(payload, messageId);
			});
		} finally {
			clearTimeout(timer);
			this.waiting.delete(messageId);
		}
	}

	/** Ends the connection without a closing handshake, as a broken network does. */
	drop(): void {
		this.socket.terminate();
	}

	/** Neither reads nor writes from now on and stays open, as a connection whose network is gone. */
	fallSilent(): void {
		this.isSilent = true;
	}

	private send(payload: string, messageId: string): void {
		if (this.isSilent) return;
		const traceId = randomUUID();
		for (const frame of eventFrames(payload, { service: this.service, messageId, traceId })) {
			this.socket.send(encode(frame));
		}
	}

	private receive(frame: Frame): void {
		if (this.isSilent) return;
		const type = headerOf(frame, 'type');
		if (frame.method === CONTROL && type === 'ping') return this.pong(frame);
		if (frame.method !== DATA) return;
		const payload = JSON.parse(Buffer.from(frame.payload ?? []).toString('utf8')) as {
			code: number;
			data?: string;
		};
		const data: unknown =
			payload.data && JSON.parse(Buffer.from(payload.data, 'base64').toString('utf8'));
		this.waiting.get(headerOf(frame, 'message_id') ?? '')?.resolve({ code: payload.code, data });
	}

	private pong(ping: Frame): void {
		this.pings++;
		const payload = Buffer.from(this.pongPayload ?? JSON.stringify(this.config));
		this.socket.send(encode({ ...ping, headers: [{ key: 'type', value: 'pong' }], payload }));
	}
}
