import { History } from './history';
import type { Rate } from './rates';

/** How much longer than Lark's windows ours are, so that both never see the same request differently. */
const MARGIN_MS = 25;

/** How fast the quickest way to Lark and back is forgotten, with each answer. */
const FORGET = 1.01;

/** A request that has been counted. */
export interface Taken {
	place: number;
	at: number;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** After a refusal the rate stays low for so long: another sender has the rest of the limit. */
const HOLD_MS = 10 * SECOND_MS;

/** How much faster the rate gets in each second after that. */
const CLIMB = 1.05;

/** What a refusal leaves of the rate that Lark has just taken, and at least of the documented one. */
const CARE = 0.96;
const LEAST_SHARE = 0.1;

interface Window {
	ms: number;
	limit: number;
}

function windowsOf({ perSecond, perMinute }: Rate): Window[] {
	const windows: Window[] = [];
	if (perSecond) windows.push({ ms: SECOND_MS + MARGIN_MS, limit: perSecond });
	if (perMinute) windows.push({ ms: MINUTE_MS + MARGIN_MS, limit: perMinute });
	return windows;
}

/**
 * Counts what is sent towards one limit. In any stretch of a second or minute there is no more than
 * the limit, so it does not matter whether Lark's windows are fixed or slide. Within a second the
 * requests are spread, after a small burst. Times in ms.
 */
export class Bucket {
	/** How many requests wait for it. */
	waiting = 0;
	private readonly windows: Window[];
	private readonly sent: History;
	private readonly accepted: History;
	private nextSpaced = 0;
	private pausedUntil = 0;
	private share = 1;
	private quickestMs = Infinity;
	private loweredAt = -Infinity;

	constructor(rate: Rate) {
		this.windows = windowsOf(rate);
		this.sent = new History(Math.max(...this.windows.map(({ limit }) => limit)));
		this.accepted = new History(this.shortest.limit);
	}

	/**
	 * When the next request may be sent.
	 *
	 * @param keepsLimits false: only what Lark's refusals have taught counts
	 */
	readyAt(now: number, keepsLimits: boolean): number {
		const share = this.shareAt(now);
		if (!keepsLimits && share === 1) return this.pausedUntil;
		const burst = share < 1 ? 1 : Math.max(5, this.shortest.limit / 5);
		const spaced = this.nextSpaced - (burst - 1) * this.spacingAt(now);
		const limited = this.windows.map(({ ms, limit }) => this.sent.latest(limit) + ms);
		return Math.max(this.pausedUntil, spaced, ...limited);
	}

	take(now: number): Taken {
		this.nextSpaced = Math.max(this.nextSpaced, now) + this.spacingAt(now);
		return { place: this.sent.add(now), at: now };
	}

	/**
	 * A request has got through. If it took longer than others, Lark may have counted it as much later.
	 */
	accept(now: number, { place, at }: Taken): void {
		this.accepted.add(now);
		this.quickestMs = Math.min(now - at, this.quickestMs * FORGET);
		this.sent.correct(place, at, now - this.quickestMs);
	}

	/**
	 * Lark has refused a request. Others use up the limit, too: the rate goes down to what Lark has
	 * taken from here within the last second, but not below half, once for all that was under way.
	 *
	 * @param taken the request that was refused
	 */
	refuse(now: number, waitMs: number, taken: Taken): void {
		this.pausedUntil = Math.max(this.pausedUntil, now + waitMs);
		if (taken.at <= this.loweredAt || waitMs > SECOND_MS) return;
		const share = this.shareAt(now);
		const got = this.accepted.after(now - SECOND_MS) / this.shortest.limit;
		const left = Math.max(share / 2, Math.min(got, share));
		this.share = Math.max(LEAST_SHARE, left * CARE);
		this.loweredAt = now;
		this.nextSpaced = this.pausedUntil;
	}

	/** Whether it can be forgotten: a new one would allow the same. */
	isIdle(now: number): boolean {
		const longest = this.windows[this.windows.length - 1].ms;
		const quiet = Math.max(this.sent.latest(1) + longest, this.pausedUntil) <= now;
		return quiet && this.waiting === 0 && this.shareAt(now) === 1;
	}

	private get shortest(): Window {
		return this.windows[0];
	}

	private shareAt(now: number): number {
		const climbed = Math.max(0, now - this.loweredAt - HOLD_MS) / SECOND_MS;
		return Math.min(1, this.share * CLIMB ** climbed);
	}

	private spacingAt(now: number): number {
		const { ms, limit } = this.shortest;
		return ms / limit / this.shareAt(now);
	}
}
