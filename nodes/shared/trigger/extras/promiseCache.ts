interface Entry<T> {
	value: Promise<T>;
	expiry: number;
}

/** Remembers responses in this process, so that Lark is asked the same question once in a while only. */
export class PromiseCache<T> {
	private readonly known = new Map<string, Entry<T>>();

	/**
	 * @param lifetime of a response, in ms
	 * @param failureLifetime of a failure, in ms
	 * @param capacity how many responses are kept; the oldest go first
	 */
	constructor(
		private readonly lifetime: number,
		private readonly failureLifetime: number,
		private readonly capacity: number,
	) {}

	/**
	 * Gives the remembered response, or asks. Calls at the same time share one request.
	 *
	 * @param ask may reject, which is remembered as well
	 * @param now time in ms by a clock that never goes back, such as `performance.now()`
	 */
	async get(key: string, ask: () => Promise<T>, now: number): Promise<T> {
		const known = this.known.get(key);
		if (known && known.expiry > now) return await known.value;
		const asked: Entry<T> = { value: ask(), expiry: now + this.lifetime };
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
