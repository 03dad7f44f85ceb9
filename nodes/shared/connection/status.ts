/** The long connection of an app in this process. */
export interface ConnectionStatus {
	/** `lost`: being opened again. `refused`: Lark does not let n8n connect. */
	state: 'open' | 'lost' | 'refused';
	/** Unix time in ms of the last opening, or of the loss. */
	since: number;
	/** Why there is no connection. */
	reason: string;
	/** How often n8n has tried to connect since the loss. */
	attempts: number;
}

/** Which app on which host. */
export interface ConnectedApp {
	baseUrl: string;
	appId: string;
}

const known = new Map<string, ConnectionStatus>();

const keyOf = ({ baseUrl, appId }: ConnectedApp) => `${baseUrl} ${appId}`;

/** Notes what has become of a connection; undefined when nobody wants it any more. */
export function noteConnection(app: ConnectedApp, status: ConnectionStatus | undefined): void {
	if (status) known.set(keyOf(app), status);
	else known.delete(keyOf(app));
}

/** @returns undefined when this process has none */
export const connectionStatus = (app: ConnectedApp): ConnectionStatus | undefined =>
	known.get(keyOf(app));
