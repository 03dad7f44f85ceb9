const HOUR_MS = 60 * 60 * 1_000;

/**
 * Remembers for some hours what a `uuid` made (im-v1/message/create.md, group/chat/create.md). The documentation
 * does not say what the response to a duplicate is; here it is the first result.
 */
export class OncePerUuid<T> {
	private readonly made = new Map<string, { at: number; result: T }>();

	/** @param now the time in milliseconds */
	constructor(
		private readonly now: () => number,
		private readonly hours: number,
	) {}

	/**
	 * @param uuid without one, nothing is remembered
	 * @returns the first result of this app and uuid, or what `make` returns
	 */
	once(appId: string, uuid: string | undefined, make: () => T): T {
		if (!uuid) return make();
		const key = `${appId} ${uuid}`;
		const first = this.made.get(key);
		if (first && this.now() - first.at < this.hours * HOUR_MS) return first.result;
		const result = make();
		this.made.set(key, { at: this.now(), result });
		return result;
	}
}
