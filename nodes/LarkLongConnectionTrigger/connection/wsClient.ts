import http from 'node:http';
import https from 'node:https';
import { EventDispatcher, LoggerLevel, WSClient, type HttpInstance } from '@larksuiteoapi/node-sdk';
import type { IDataObject } from 'n8n-workflow';

import { supervise } from './supervise';

/** What the official client needs, and what it reports. */
export interface WsClientOptions {
	appId: string;
	appSecret: string;
	baseUrl: string;
	/** Asks Lark for the address of the WebSocket; resolves with Lark's response, its `data` never empty. */
	discover(): Promise<IDataObject>;
	/** Handles an event's envelope. Resolves with the response to Lark; when it rejects, Lark pushes again. */
	onEnvelope(envelope: IDataObject): Promise<object | undefined>;
	onReady(): void;
	/** The first attempt has failed; the client goes on trying. */
	onFirstFailure(): void;
	/** The client has given up. */
	onGivenUp(reason: Error): void;
	onReconnecting(): void;
	onReconnected(): void;
}

/** How long Lark may take to open the WebSocket, in ms. */
const HANDSHAKE_TIMEOUT_MS = 10_000;

/** What the client logs when its first attempt has failed; it has no callback for that. */
const FIRST_FAILURE = 'connect failed';

const ignore = () => undefined;
const SILENT = { error: ignore, warn: ignore, info: ignore, debug: ignore, trace: ignore };

/** Hands on whole envelopes of all types; the SDK's own dispatcher has one handler for each type. */
class EnvelopeDispatcher extends EventDispatcher {
	constructor(private readonly onEnvelope: WsClientOptions['onEnvelope']) {
		super({ logger: SILENT });
	}

	override async invoke(envelope: IDataObject): Promise<object | undefined> {
		return await this.onEnvelope(envelope);
	}
}

/**
 * Opens a long connection with the official client. The only file that loads the SDK.
 *
 * @returns a function that ends it
 */
export function openWsClient(options: WsClientOptions): () => void {
	const { appId, appSecret, baseUrl } = options;
	const error = (...parts: unknown[]) => {
		if (parts.flat().includes(FIRST_FAILURE)) options.onFirstFailure();
	};
	const client = new WSClient({
		appId,
		appSecret,
		domain: baseUrl,
		// n8n makes its agents for HTTP_PROXY and the like global; a WebSocket has to be given them.
		agent: (baseUrl.startsWith('https:') ? https : http).globalAgent,
		// The client asks for the address with this, and sends no other HTTP requests.
		httpInstance: { request: options.discover } as unknown as HttpInstance,
		// At this level the client logs neither events nor addresses with tickets.
		loggerLevel: LoggerLevel.error,
		logger: { ...SILENT, error },
		handshakeTimeoutMs: HANDSHAKE_TIMEOUT_MS,
		onReady: options.onReady,
		onError: options.onGivenUp,
		onReconnecting: options.onReconnecting,
		onReconnected: options.onReconnected,
	});
	supervise(client);
	void client.start({ eventDispatcher: new EnvelopeDispatcher(options.onEnvelope) });
	return () => client.close();
}
