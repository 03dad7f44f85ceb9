/** What was sent in one attempt, and what came back. */
export interface Exchange {
	/** The request URL, or `long connection`. */
	to: string;
	headers: Record<string, string>;
	/** The event before it was encrypted. */
	envelope: unknown;
	/** Absent when nothing came back. */
	answer?: { status: number; body: string };
}

/** How many are remembered; the oldest go first. */
const MAX_EXCHANGES = 500;

/** The latest exchanges, by the ID of their delivery. */
export class Exchanges {
	private readonly kept = new Map<string, Exchange>();

	put(id: string, exchange: Exchange): void {
		this.kept.set(id, exchange);
		if (this.kept.size <= MAX_EXCHANGES) return;
		const [oldest] = this.kept.keys();
		this.kept.delete(oldest);
	}

	get(id: string): Exchange | undefined {
		return this.kept.get(id);
	}
}
