/** Remembers keys for a while, up to a number of them: the memory of replay and duplicate checks. */
export class RecentKeys {
	private readonly expiries = new Map<string, number>();

	/**
	 * @param lifetime how long a key is remembered, in ms
	 * @param capacity how many keys are kept; the oldest go first
	 */
	constructor(
		private readonly lifetime: number,
		private readonly capacity: number,
	) {}

	/**
	 * Remembers a key.
	 *
	 * @param now time in ms by a clock that never goes back, such as `performance.now()`
	 * @returns false when it was remembered already
	 */
	add(key: string, now: number): boolean {
		if (this.has(key, now)) return false;
		this.expiries.delete(key);
		this.forgetOld(now);
		this.expiries.set(key, now + this.lifetime);
		return true;
	}

	/** Whether a key is remembered at this time of the same clock. */
	has(key: string, now: number): boolean {
		const expiry = this.expiries.get(key);
		return expiry !== undefined && expiry > now;
	}

	/** Remembers a key no longer. */
	forget(key: string): void {
		this.expiries.delete(key);
	}

	/** Insertion order is expiry order, since every key lives equally long. */
	private forgetOld(now: number): void {
		for (const [key, expiry] of this.expiries) {
			if (expiry > now && this.expiries.size < this.capacity) return;
			this.expiries.delete(key);
		}
	}
}
