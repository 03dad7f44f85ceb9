import type { WSClient } from '@larksuiteoapi/node-sdk';

import { sensibleSettings, type ServerSettings } from './serverSettings';
import { Watchdog } from './watchdog';

/** How long Lark may take to answer a ping, in ms, where its pings are not closer together than that. */
const PONG_TIMEOUT_MS = 30_000;

/** What the types of the official client keep private. */
interface Internals {
	wsConfig: {
		getWS(): ServerSettings;
		updateWs(settings: Record<string, unknown>): void;
		getWSInstance(): { terminate(): void } | null;
	};
	/** Called after each ping. */
	armLiveness(): void;
	/** Called for each frame that comes in, and when the socket has ended. */
	clearLiveness(): void;
}

/**
 * Puts right what the official client does not do: it starts the wait for an answer anew with each ping, so
 * that with pings closer together than that wait a dead connection is never noticed, and it follows whatever
 * intervals the endpoint and the pongs name.
 *
 * @see @larksuiteoapi/node-sdk 1.74.0, WSClient `armLiveness`, `handleControlData`, `pullConnectConfig`
 */
export function supervise(client: WSClient): void {
	const internals = client as unknown as Internals;
	const { wsConfig } = internals;
	const update = wsConfig.updateWs.bind(wsConfig);
	wsConfig.updateWs = (settings) => update(sensibleSettings(settings));

	const watchdog = new Watchdog(() => wsConfig.getWSInstance()?.terminate());
	internals.armLiveness = () =>
		watchdog.pinged(Math.min(wsConfig.getWS().pingInterval, PONG_TIMEOUT_MS));
	internals.clearLiveness = () => watchdog.heard();
}
