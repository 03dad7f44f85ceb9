/** The moments of the latest events, as many as a limit needs. Times in ms. */
export class History {
	private readonly times: number[] = [];
	private next = 0;

	constructor(private readonly capacity: number) {}

	add(time: number): void {
		this.times[this.next] = time;
		this.next = (this.next + 1) % this.capacity;
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
