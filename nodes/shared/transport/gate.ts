/**
 * Sends one ahead when a token has to be fetched, so that the others find it: each of them would
 * fetch and store one of its own.
 */
export class Gate {
	private ahead?: Promise<unknown>;

	/**
	 * @param isOpen whether there is a token
	 * @returns what `go` returns
	 */
	async pass<T>(isOpen: () => boolean, go: () => Promise<T>): Promise<T> {
		if (isOpen()) return await go();
		if (this.ahead) {
			await this.ahead.catch(() => undefined);
			return await go();
		}
		const ahead = go();
		this.ahead = ahead;
		try {
			return await ahead;
		} finally {
			this.ahead = undefined;
		}
	}
}
