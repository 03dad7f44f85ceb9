/** A value, and when it was read; each reading is a new object. */
export interface CacheEntry<T> {
	readonly value: Promise<T>;
	readonly at: number;
}

/** Caches values whose reading takes long, for a short time, and reads one again earlier when it turns out to be wrong. */
export class RefreshableCache<T> {
	private readonly entries = new Map<string, CacheEntry<T>>();

	private readonly refreshes = new Map<string, number>();

	/**
	 * @param lifetime how long a value is used at most, in ms
	 * @param pause the time between two readings before that, in ms
	 */
	constructor(
		private readonly lifetime: number,
		private readonly pause: number,
	) {}

	/**
	 * Gives the cached reading, or a new one when there is none that is young enough.
	 *
	 * @param now time in ms by a clock that never goes back, such as `performance.now()`
	 */
	get(key: string, read: () => Promise<T>, now: number): CacheEntry<T> {
		const known = this.entries.get(key);
		return known && now < known.at + this.lifetime ? known : this.read(key, read, now);
	}

	/**
	 * Gives a reading that is newer than one that turned out to be wrong.
	 *
	 * @returns undefined when there is none, and the last early reading was less than a pause ago
	 */
	refresh(
		key: string,
		wrong: CacheEntry<T>,
		read: () => Promise<T>,
		now: number,
	): CacheEntry<T> | undefined {
		const known = this.entries.get(key);
		if (known && known !== wrong) return known;
		if (now < (this.refreshes.get(key) ?? -Infinity) + this.pause) return undefined;
		this.refreshes.set(key, now);
		return this.read(key, read, now);
	}

	/** A reading that fails is not remembered. */
	private read(key: string, read: () => Promise<T>, now: number): CacheEntry<T> {
		const reading = { value: read(), at: now };
		this.entries.set(key, reading);
		reading.value.catch(() => {
			if (this.entries.get(key) === reading) this.entries.delete(key);
		});
		return reading;
	}
}
