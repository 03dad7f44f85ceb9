import { Bucket } from './bucket';
import type { Taken } from './history';
import type { CountedRate } from './rates';

/** Time, as the pacer sees it; in ms. */
export interface Clock {
	now(): number;
	/** Rejects as soon as the signal says so. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A request that may be sent now. */
export interface Turn {
	/** How long it has waited, in whole ms. */
	waited: number;
	/** Lark has taken the request. */
	accepted(): void;
	/**
	 * Lark has refused the request because of its limits.
	 *
	 * @param which the limit, by its place among the request's rates
	 * @param waitMs how long Lark wants nothing more
	 */
	refused(which: number, waitMs: number): void;
}

export interface TurnOptions {
	/** Whether the documented limits count, or only what Lark has refused. */
	keepsLimits: boolean;
	/** Ends the waiting. */
	signal?: AbortSignal;
}

interface Waiter {
	/** That of its API, then that of its receiver. */
	buckets: Bucket[];
	signal?: AbortSignal;
	go: (taken: Taken[]) => void;
	stop: (reason: Error) => void;
}

/** Those who wait for the same API: when it is not ready, none of them can go. */
interface Queue {
	bucket: Bucket;
	keepsLimits: boolean;
	waiters: Set<Waiter>;
}

/** From so many buckets on, the idle ones are dropped. */
const SWEEP_FROM = 256;

/** Lets the requests of one app through as fast as Lark's limits allow: in the order in which they come, past those whose receiver has to wait. */
export class Pacer {
	private readonly buckets = new Map<string, Bucket>();
	private readonly queues = new Map<string, Queue>();
	private readonly heeded = new WeakSet<AbortSignal>();
	private alarm?: { at: number; cancel: AbortController };
	private sweepAt = SWEEP_FROM;

	constructor(private readonly clock: Clock) {}

	/** How many limits are being counted. */
	get size(): number {
		return this.buckets.size;
	}

	/**
	 * Waits until a request may be sent, and counts it.
	 *
	 * @param rates the limits that it counts towards
	 * @throws the signal's reason when it says stop
	 */
	async turn(rates: CountedRate[], { keepsLimits, signal }: TurnOptions): Promise<Turn> {
		signal?.throwIfAborted();
		const asked = this.clock.now();
		const buckets = rates.map((rate) => this.bucketFor(rate));
		const name = `${keepsLimits} ${rates[0].key}`;
		const taken = await this.wait(name, buckets, keepsLimits, signal);
		return {
			waited: Math.floor(taken[0].at - asked),
			accepted: () => {
				const now = this.clock.now();
				for (const [i, bucket] of buckets.entries()) bucket.accept(now, taken[i]);
			},
			refused: (which, waitMs) => {
				buckets[which].refuse(this.clock.now(), waitMs, taken[which]);
			},
		};
	}

	/** Whether nothing would be lost with it. */
	isIdle(): boolean {
		const now = this.clock.now();
		return [...this.buckets.values()].every((bucket) => bucket.isIdle(now));
	}

	private async wait(
		name: string,
		buckets: Bucket[],
		keepsLimits: boolean,
		signal?: AbortSignal,
	): Promise<Taken[]> {
		try {
			return await new Promise<Taken[]>((go, stop) => {
				const queue = this.queues.get(name) ?? {
					bucket: buckets[0],
					keepsLimits,
					waiters: new Set(),
				};
				queue.waiters.add({ buckets, signal, go, stop });
				this.queues.set(name, queue);
				if (signal) this.heed(signal);
				this.serve();
			});
		} finally {
			for (const bucket of buckets) bucket.waiting--;
		}
	}

	/** Sends everybody away who waits with a signal that says stop: with one listener for all of them. */
	private heed(signal: AbortSignal): void {
		if (this.heeded.has(signal)) return;
		this.heeded.add(signal);
		const stop = () => {
			for (const { waiters } of this.queues.values()) {
				for (const waiter of waiters) {
					if (waiter.signal !== signal) continue;
					waiters.delete(waiter);
					waiter.stop(signal.reason as Error);
				}
			}
			this.serve();
		};
		signal.addEventListener('abort', stop, { once: true });
	}

	/** Lets everybody go whose limits allow it, and comes back when they allow the next one. */
	private serve(): void {
		const now = this.clock.now();
		let next = Infinity;
		for (const [name, queue] of this.queues) {
			next = Math.min(next, this.serveQueue(queue, now));
			if (queue.waiters.size === 0) this.queues.delete(name);
		}
		this.wakeAt(next, now);
	}

	/** @returns when to come back */
	private serveQueue({ bucket, keepsLimits, waiters }: Queue, now: number): number {
		let next = Infinity;
		for (const waiter of waiters) {
			const apiAt = bucket.readyAt(now, keepsLimits);
			if (apiAt > now) return Math.min(next, apiAt);
			const at = Math.max(...waiter.buckets.map((other) => other.readyAt(now, keepsLimits)));
			if (at > now) {
				next = Math.min(next, at);
				continue;
			}
			waiters.delete(waiter);
			waiter.go(waiter.buckets.map((other) => other.take(now)));
		}
		return next;
	}

	private wakeAt(at: number, now: number): void {
		if (this.alarm?.at === at) return;
		this.alarm?.cancel.abort();
		this.alarm = undefined;
		if (at === Infinity) return;
		const alarm = { at, cancel: new AbortController() };
		this.alarm = alarm;
		this.clock.sleep(Math.ceil(at - now), alarm.cancel.signal).then(
			() => {
				if (this.alarm !== alarm) return;
				this.alarm = undefined;
				this.serve();
			},
			() => undefined,
		);
	}

	/** Somebody waits for the bucket from now on, so that it is not dropped. */
	private bucketFor(rate: CountedRate): Bucket {
		const bucket = this.buckets.get(rate.key) ?? new Bucket(rate);
		bucket.waiting++;
		this.buckets.set(rate.key, bucket);
		if (this.buckets.size > this.sweepAt) this.sweep();
		return bucket;
	}

	private sweep(): void {
		const now = this.clock.now();
		for (const [key, bucket] of this.buckets) if (bucket.isIdle(now)) this.buckets.delete(key);
		this.sweepAt = Math.max(SWEEP_FROM, 2 * this.buckets.size);
	}
}
