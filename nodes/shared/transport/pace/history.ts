/** A request that has been counted. Times in ms. */
export interface Taken {
	/** When it was let through. */
	at: number;
	/** When Lark's response came. */
	doneAt?: number;
}

/** The latest requests, as many as a limit needs. */
export class History {
	private readonly requests: Taken[] = [];

	constructor(private readonly capacity: number) {}

	add(taken: Taken): void {
		this.requests.push(taken);
		if (this.requests.length > this.capacity) this.requests.shift();
	}

	/** Counts a request no longer. */
	remove(taken: Taken): void {
		const place = this.requests.lastIndexOf(taken);
		if (place >= 0) this.requests.splice(place, 1);
	}

	/** @returns the `n`-th latest request, 1 for the latest; undefined when there were fewer */
	latest(n: number): Taken | undefined {
		return this.requests.at(-n);
	}

	/** @returns how many requests were done after a moment */
	doneAfter(time: number): number {
		return this.requests.filter(({ doneAt }) => doneAt !== undefined && doneAt > time).length;
	}
}
