interface Recalled<T> {
	value: Promise<T>;
	expiry: number;
}

/** Remembers what Lark has answered, in this process: what was asked once is not asked again for a while. */
export class PromiseCache<T> {
	private readonly known = new Map<string, Recalled<T>>();

	/**
	 * @param lifetime of an answer, in ms
	 * @param failureLifetime how long a failed question is not asked again, in ms
	 * @param capacity how many answers are kept; the oldest go first
	 */
	constructor(
		private readonly lifetime: number,
		private readonly failureLifetime: number,
		private readonly capacity: number,
	) {}

	/**
	 * Gives the remembered answer, or asks: once, also for those who want to know at the same time.
	 *
	 * @param ask may throw, which is remembered, too
	 * @param now Unix time in ms
	 */
	async get(key: string, ask: () => Promise<T>, now: number): Promise<T> {
		const known = this.known.get(key);
		if (known && known.expiry > now) return await known.value;
		const asked: Recalled<T> = { value: ask(), expiry: now + this.lifetime };
		this.known.delete(key);
		this.known.set(key, asked);
		this.forgetOldest();
		asked.value.catch(() => (asked.expiry = now + this.failureLifetime));
		return await asked.value;
	}

	private forgetOldest(): void {
		for (const key of this.known.keys()) {
			if (this.known.size <= this.capacity) return;
			this.known.delete(key);
		}
	}
}
