import {
	connectionStatus,
	noteConnection,
	type ConnectedApp,
	type ConnectionStatus,
} from '../../shared/connection/status';

/** What happens to a connection that was open. */
export interface ConnectionChange {
	status: 'lost' | 'restored' | 'refused';
	/** Unix time in ms since when there was no connection. */
	since: number;
	/** Why; of `restored`, why there was none. */
	reason: string;
	/** How often n8n has tried to connect since then. */
	attempts: number;
}

const BROKE_OFF = 'The connection broke off';

/**
 * Follows the connection of an app: each loss, refusal and restoration is reported once. What it knows outlives the
 * connection, since n8n starts a trigger anew when Lark has refused the connection.
 */
export class Outage {
	/** @param now gives the Unix time in ms */
	constructor(
		private readonly app: ConnectedApp,
		private readonly report: (change: ConnectionChange) => void,
		private readonly now: () => number = Date.now,
	) {}

	/** The connection is open, for the first time or again. */
	opened(): void {
		const before = connectionStatus(this.app);
		noteConnection(this.app, { state: 'open', since: this.now(), reason: '', attempts: 0 });
		if (before && before.state !== 'open') this.tell('restored', before);
	}

	/** The connection has ended, and is being opened again. */
	lost(): void {
		if (connectionStatus(this.app)?.state !== 'open') return;
		const lost = { since: this.now(), reason: BROKE_OFF, attempts: 0 };
		noteConnection(this.app, { state: 'lost', ...lost });
		this.tell('lost', lost);
	}

	/** n8n tries to connect. */
	attempted(): void {
		const status = connectionStatus(this.app);
		if (!status || status.state === 'open') return;
		noteConnection(this.app, { ...status, attempts: status.attempts + 1 });
	}

	/** Lark does not let n8n connect. Before a connection was ever open, the activation tells. */
	refused(reason: string): void {
		const status = connectionStatus(this.app);
		if (!status) return;
		const since = status.state === 'open' ? this.now() : status.since;
		const refused = { since, reason, attempts: status.attempts };
		noteConnection(this.app, { state: 'refused', ...refused });
		if (status.state !== 'refused') this.tell('refused', refused);
	}

	/** Nobody wants the connection any more. */
	ended(): void {
		noteConnection(this.app, undefined);
	}

	private tell(status: ConnectionChange['status'], about: Omit<ConnectionStatus, 'state'>): void {
		const { since, reason, attempts } = about;
		this.report({ status, since, reason, attempts });
	}
}
