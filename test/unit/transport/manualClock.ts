import type { Clock } from '../../../nodes/shared/transport/pace/pacer';

interface Sleeper {
	at: number;
	wake: () => void;
}

/** A clock that stands still until `run` moves it on, from one sleeper to the next. */
export class ManualClock implements Clock {
	private time = 1_000;
	private readonly sleepers = new Set<Sleeper>();

	now(): number {
		return this.time;
	}

	async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			const sleeper = { at: this.time + ms, wake: resolve };
			this.sleepers.add(sleeper);
			signal?.addEventListener('abort', () => {
				this.sleepers.delete(sleeper);
				reject(signal.reason as Error);
			});
		});
	}

	/** Lets time pass for so long, or until nobody sleeps any more. */
	async run(forMs = Infinity): Promise<void> {
		const end = this.time + forMs;
		for (;;) {
			await settle();
			let next: Sleeper | undefined;
			for (const sleeper of this.sleepers) if (!next || sleeper.at < next.at) next = sleeper;
			if (!next || next.at > end) break;
			this.sleepers.delete(next);
			this.time = Math.max(this.time, next.at);
			next.wake();
		}
		if (end !== Infinity) this.time = end;
	}

	get sleeping(): number {
		return this.sleepers.size;
	}
}

/** Lets everything happen that needs no time. */
async function settle(): Promise<void> {
	for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve));
}
