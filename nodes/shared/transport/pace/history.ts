/** The moments of the latest events, as many as a limit needs. Times in ms. */
export class History {
	private readonly times: number[] = [];
	private next = 0;

	constructor(private readonly capacity: number) {}

	/** @returns the place of the event, for `correct` */
	add(time: number): number {
		const place = this.next;
		this.times[place] = time;
		this.next = (place + 1) % this.capacity;
		return place;
	}

	/** Says that an event was later, unless a newer one has taken its place since then. */
	correct(place: number, from: number, to: number): void {
		if (this.times[place] === from) this.times[place] = Math.max(from, to);
	}

	/** @returns when the `n`-th latest event was, 1 for the latest; -Infinity when there were fewer */
	latest(n: number): number {
		return this.times[(this.next - n + this.capacity) % this.capacity] ?? -Infinity;
	}

	/** @returns how many events came after a moment, up to the capacity */
	after(time: number): number {
		let count = 0;
		while (count < this.capacity && this.latest(count + 1) > time) count++;
		return count;
	}
}
