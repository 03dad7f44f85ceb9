import { EVENT_MEMORY_MS } from '../../shared/push/eventKey';
import { RecentKeys } from '../../shared/push/recentKeys';
import { EventRing, hashOf, type SavedRing } from './eventRing';
import { RecentPlaces } from './recentPlaces';

const CAPACITY = 50_000;

/**
 * When n8n has not answered in this time, it has lost the request, and the event goes to the next one.
 * It waits a minute for its database before it gives up; Lark's second retry comes after five.
 */
const PENDING_MS = 4 * 60 * 1000;

/** An event on its way into n8n: since when, by `performance.now()`, and whether it has been stored. */
interface Pending {
	since: number;
	isStored: Promise<boolean>;
}

/** An event that is on its way into n8n. */
export interface Claim {
	/**
	 * To be put into the static data. n8n turns it into JSON when it writes them, after it has stored the
	 * execution: then the event counts as stored, and the JSON has all events stored so far, those of
	 * requests that began later too.
	 */
	saved: { toJSON(): SavedRing };
	/** The same without this event: all that has been stored when n8n writes the static data. */
	savedBefore: { toJSON(): SavedRing };
	/** To be called when n8n has answered: whether it has stored the execution. */
	settle(isStored: boolean): void;
}

/** The events of one trigger: which are stored, and which are on their way. */
export class EventLedger {
	/** By `performance.now()`: a clock that is set forward makes nothing forgotten. */
	private readonly stored = new RecentKeys(EVENT_MEMORY_MS, CAPACITY);

	private readonly pending = new Map<string, Pending>();

	private readonly ring = new EventRing(EVENT_MEMORY_MS);

	/** Where its messages were written. */
	readonly places = new RecentPlaces();

	/** Whether no event is on its way, at this `performance.now()`. */
	isIdle(uptime: number): boolean {
		return [...this.pending.values()].every(({ since }) => uptime >= since + PENDING_MS);
	}

	/**
	 * Takes over the ring in the static data: what was stored before a restart, or by another process.
	 *
	 * @param now Unix time in ms
	 * @param uptime `performance.now()`
	 */
	merge(saved: unknown, now: number, uptime: number): void {
		this.ring.merge(saved, now, (hash) => this.stored.add(hash, uptime));
	}

	/** Whether an event is stored or on its way, at this `performance.now()`. */
	knows(eventKey: string, uptime: number): boolean {
		const hash = hashOf(eventKey);
		const first = this.pending.get(hash);
		return (
			this.stored.has(hash, uptime) || (first !== undefined && uptime < first.since + PENDING_MS)
		);
	}

	/**
	 * Claims an event for the request that brings it. Exactly one of any number of requests gets it.
	 *
	 * @param eventKey what stays the same when Lark pushes the event again
	 * @param now Unix time in ms
	 * @param uptime `performance.now()`, which does not change with the clock
	 * @returns the claim; for a duplicate, whether the first one has been stored, as soon as that is known
	 */
	claim(eventKey: string, now: number, uptime: number): Claim | Promise<boolean> {
		const hash = hashOf(eventKey);
		if (this.stored.has(hash, uptime)) return Promise.resolve(true);
		const first = this.pending.get(hash);
		if (first && uptime < first.since + PENDING_MS) return first.isStored;

		this.forgetLost(uptime);
		const keep = () => {
			if (this.stored.add(hash, uptime)) this.ring.add(hash, now);
		};
		let resolveStored: (isStored: boolean) => void = () => {};
		const own = {
			since: uptime,
			isStored: new Promise<boolean>((resolve) => (resolveStored = resolve)),
		};
		this.pending.delete(hash);
		this.pending.set(hash, own);
		return {
			saved: {
				toJSON: () => {
					keep();
					return this.ring.toJSON();
				},
			},
			savedBefore: { toJSON: () => this.ring.toJSON() },
			settle: (isStored) => {
				if (isStored) keep();
				if (this.pending.get(hash) === own) this.pending.delete(hash);
				resolveStored(isStored);
			},
		};
	}

	/** Events whose requests n8n has lost, the oldest first, count as on their way no longer. */
	private forgetLost(uptime: number): void {
		for (const [hash, { since }] of this.pending) {
			if (uptime < since + PENDING_MS) return;
			this.pending.delete(hash);
		}
	}

	/** How many events are on their way. */
	get pendingCount(): number {
		return this.pending.size;
	}
}

/**
 * Combines the claims of several events that start one execution.
 *
 * @param onSettled gets the outcome as well
 */
export function combineClaims(claims: Claim[], onSettled: Claim['settle']): Claim {
	return {
		saved: {
			toJSON: () => claims.map(({ saved }) => saved.toJSON()).at(-1) ?? {},
		},
		savedBefore: { toJSON: () => claims.at(-1)?.savedBefore.toJSON() ?? {} },
		settle: (isStored) => {
			for (const { settle } of claims) settle(isStored);
			onSettled(isStored);
		},
	};
}
