import { createHash } from 'node:crypto';

/** 48 bits: with 4,096 remembered events, one new event in 7 * 10^10 is mistaken for an old one. */
const HASH_BYTES = 6;
const HASH_CHARS = 8;

const PERIOD_MS = 30 * 60 * 1000;

const CAPACITY = 4096;

/** How many go at once when there are too many, so that few writes differ from the one before in more than the end. */
const CUT = 512;

/** What a workflow's static data holds: hashes one after the other, by the half hour since 1970. */
export type SavedRing = Record<string, string>;

/** @returns eight characters that stand for an event key */
export function hashOf(eventKey: string): string {
	return createHash('sha256')
		.update(eventKey)
		.digest()
		.subarray(0, HASH_BYTES)
		.toString('base64url');
}

function* split(hashes: string): Generator<string> {
	for (let at = 0; at + HASH_CHARS <= hashes.length; at += HASH_CHARS) {
		yield hashes.slice(at, at + HASH_CHARS);
	}
}

/** The latest events in a form that is small and quick to write: n8n writes all of it after every event. */
export class EventRing {
	private readonly periods = new Map<string, string>();

	/** @param lifetime how long an event is kept, in ms; to the half hour */
	constructor(private readonly lifetime: number) {}

	add(hash: string, now: number): void {
		this.append(String(Math.floor(now / PERIOD_MS)), hash);
		this.forgetOld(now);
	}

	/**
	 * Takes over what another process, or this one before a restart, has written.
	 *
	 * @param saved from n8n's database, where anybody may have changed it
	 * @param isNew is asked about each event that is not known to be in here
	 */
	merge(saved: unknown, now: number, isNew: (hash: string) => boolean): void {
		if (typeof saved !== 'object' || saved === null) return;
		const oldest = this.oldestPeriod(now);
		for (const [period, hashes] of Object.entries(saved)) {
			if (!(Number(period) >= oldest) || typeof hashes !== 'string') continue;
			if (this.periods.get(period)?.startsWith(hashes)) continue;
			for (const hash of split(hashes)) if (isNew(hash)) this.append(period, hash);
		}
	}

	toJSON(): SavedRing {
		return Object.fromEntries(this.periods);
	}

	private append(period: string, hash: string): void {
		this.periods.set(period, (this.periods.get(period) ?? '') + hash);
	}

	private oldestPeriod(now: number): number {
		return Math.floor((now - this.lifetime) / PERIOD_MS);
	}

	private forgetOld(now: number): void {
		const oldest = this.oldestPeriod(now);
		for (const period of this.periods.keys()) {
			if (Number(period) < oldest) this.periods.delete(period);
		}
		const lengths = [...this.periods.values()].map(({ length }) => length);
		if (lengths.reduce((sum, length) => sum + length, 0) > CAPACITY * HASH_CHARS) this.cut();
	}

	private cut(): void {
		let left = CUT * HASH_CHARS;
		for (const period of [...this.periods.keys()].sort((a, b) => Number(a) - Number(b))) {
			const hashes = this.periods.get(period) ?? '';
			if (hashes.length > left) return void this.periods.set(period, hashes.slice(left));
			this.periods.delete(period);
			left -= hashes.length;
		}
	}
}
