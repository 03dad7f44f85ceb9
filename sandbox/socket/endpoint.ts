import type { RequestHandler } from 'express';

import { hex } from '../world/ids';
import type { World } from '../world/world';

/** What a client is told about pings and reconnects, in seconds. */
export interface ClientConfig {
	PingInterval: number;
	/** -1: without end. */
	ReconnectCount: number;
	ReconnectInterval: number;
	/** The longest random wait before the first attempt. */
	ReconnectNonce: number;
}

/** Codes of the official SDKs (ErrorCode), and of Lark's responses to wrong credentials. */
export const CODES = {
	systemBusy: 1,
	forbidden: 403,
	authFailed: 514,
	internalError: 1000040343,
	wrongSecret: 1000040345,
	unknownApp: 1000040346,
	tooManyConnections: 1000040350,
};

/** Whom a ticket of the discovery lets in. */
export type Tickets = Map<string, string>;

/**
 * Serves POST /callback/ws/endpoint: App ID and App Secret for the address of a WebSocket with a ticket
 * that opens it once.
 */
export function discovery(world: World, tickets: Tickets, config: ClientConfig): RequestHandler {
	return (req, res) => {
		const { AppID, AppSecret } = (req.body ?? {}) as Record<string, unknown>;
		const app = world.app(String(AppID));
		const refuse = (code: number, msg: string) => res.json({ code, msg, data: {} });
		if (!app) return refuse(CODES.unknownApp, 'app_id is invalid');
		if (app.appSecret !== AppSecret) {
			return refuse(CODES.wrongSecret, 'app_id or app_secret is invalid');
		}
		if (app.disabled) return refuse(CODES.forbidden, 'the app is disabled');
		const ticket = hex(32);
		tickets.set(ticket, app.appId);
		const query = new URLSearchParams({
			fpid: '493',
			aid: '552564',
			device_id: String(parseInt(hex(12), 16)),
			access_key: hex(32),
			service_id: '33554678',
			ticket,
		});
		const URL = `ws://127.0.0.1:${req.socket.localPort}/ws/v2?${query}`;
		return res.json({ code: 0, msg: '', data: { URL, ClientConfig: config } });
	};
}
