/** A value, and when it was asked for; another reading is another object. */
export interface CacheEntry<T> {
	readonly value: Promise<T>;
	readonly at: number;
}

/** Remembers what is dear to read, for a short time, and reads it again early when it does not fit. */
export class RefreshableCache<T> {
	private readonly readings = new Map<string, CacheEntry<T>>();

	private readonly doubts = new Map<string, number>();

	/**
	 * @param lifetime how long a value is used at most, in ms
	 * @param pause the time between two readings before that, in ms
	 */
	constructor(
		private readonly lifetime: number,
		private readonly pause: number,
	) {}

	/** The remembered reading, or a new one when there is none that is young enough. */
	get(key: string, read: () => Promise<T>, now: number): CacheEntry<T> {
		const known = this.readings.get(key);
		return known && now < known.at + this.lifetime ? known : this.read(key, read, now);
	}

	/**
	 * A reading that is newer than one that does not fit.
	 *
	 * @returns undefined when there is none, and the last reading out of doubt was less than a pause ago
	 */
	newer(
		key: string,
		than: CacheEntry<T>,
		read: () => Promise<T>,
		now: number,
	): CacheEntry<T> | undefined {
		const known = this.readings.get(key);
		if (known && known !== than) return known;
		if (now < (this.doubts.get(key) ?? -Infinity) + this.pause) return undefined;
		this.doubts.set(key, now);
		return this.read(key, read, now);
	}

	/** A reading that fails is not remembered. */
	private read(key: string, read: () => Promise<T>, now: number): CacheEntry<T> {
		const reading = { value: read(), at: now };
		this.readings.set(key, reading);
		reading.value.catch(() => {
			if (this.readings.get(key) === reading) this.readings.delete(key);
		});
		return reading;
	}
}
