/** Lets so many go at the same time; the others wait in the order in which they come. */
export class Slots {
	private readonly waiting: Array<() => void> = [];

	constructor(private free: number) {}

	/**
	 * Waits for a slot.
	 *
	 * @returns gives the slot back, when it is called for the first time
	 */
	async acquire(): Promise<() => void> {
		if (this.free > 0) this.free--;
		else await new Promise<void>((go) => this.waiting.push(go));
		let isTaken = true;
		return () => {
			if (!isTaken) return;
			isTaken = false;
			const next = this.waiting.shift();
			if (next) next();
			else this.free++;
		};
	}
}
