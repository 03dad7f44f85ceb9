import type { Rate } from '../endpoint';
import { History, type Taken } from './history';

/** How much longer than Lark's windows ours are, so that both never see the same request differently. */
const MARGIN_MS = 25;

/** By what factor the shortest known round trip grows with each response, so that an old one is forgotten. */
const FORGET = 1.01;

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/**
 * After a refusal the rate stays low, because another sender has the rest of the limit: so long for
 * all of the limit, in proportion for less. To try for more costs little when the share is small.
 */
const HOLD_MS = 20 * SECOND_MS;

/** After that it climbs: in each second by so much of what it lacks. */
const CLIMB = 0.1;

/** Where the climb aims at, so that it gets to the documented rate. */
const SUMMIT = 1.1;

/** What is fair when there is one other sender. */
const FAIR_SHARE = 0.5;

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
	private nextSpaced = 0;
	private pausedUntil = 0;
	private share = 1;
	private quickestMs = Infinity;
	private loweredAt = -Infinity;

	constructor(rate: Rate) {
		this.windows = windowsOf(rate);
		this.sent = new History(Math.max(...this.windows.map(({ limit }) => limit)));
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
		const limited = this.windows.map(({ ms, limit }) => this.countedAt(limit) + ms);
		return Math.max(this.pausedUntil, spaced, ...limited);
	}

	take(now: number): Taken {
		this.nextSpaced = Math.max(this.nextSpaced, now) + this.spacingAt(now);
		const taken = { at: now };
		this.sent.add(taken);
		return taken;
	}

	/** A request has got through. */
	accept(now: number, taken: Taken): void {
		taken.doneAt = now;
		this.quickestMs = Math.min(now - taken.at, this.quickestMs * FORGET);
	}

	/**
	 * Lark has refused a request, and has not counted it. Others use up the limit, too: the rate goes
	 * down to what Lark has taken from here within the last second, at most the fair share, but not
	 * below half; once for all that was under way.
	 *
	 * @param taken the request that was refused
	 */
	refuse(now: number, waitMs: number, taken: Taken): void {
		this.sent.remove(taken);
		this.pausedUntil = Math.max(this.pausedUntil, now + waitMs);
		if (taken.at <= this.loweredAt || waitMs > SECOND_MS) return;
		const share = this.shareAt(now);
		const got = this.sent.doneAfter(now - SECOND_MS) / this.shortest.limit;
		const left = Math.max(share / 2, Math.min(got, share, FAIR_SHARE));
		this.share = Math.max(LEAST_SHARE, left * CARE);
		this.loweredAt = now;
		this.nextSpaced = this.pausedUntil;
	}

	/** Whether it can be forgotten: a new one would allow the same. */
	isIdle(now: number): boolean {
		const longest = this.windows[this.windows.length - 1].ms;
		const quiet = Math.max(this.countedAt(1) + longest, this.pausedUntil) <= now;
		return quiet && this.waiting === 0 && this.shareAt(now) === 1;
	}

	private get shortest(): Window {
		return this.windows[0];
	}

	/**
	 * When Lark counted the `n`-th latest request: if it took longer than others, for example because a
	 * token had to be fetched, as much later. -Infinity when there were fewer.
	 */
	private countedAt(n: number): number {
		const { at, doneAt } = this.sent.latest(n) ?? { at: -Infinity };
		return doneAt === undefined ? at : Math.max(at, doneAt - this.quickestMs);
	}

	private shareAt(now: number): number {
		const seconds = Math.max(0, now - this.loweredAt - HOLD_MS * this.share) / SECOND_MS;
		return Math.min(1, SUMMIT - (SUMMIT - this.share) * Math.exp(-CLIMB * seconds));
	}

	private spacingAt(now: number): number {
		const { ms, limit } = this.shortest;
		return ms / limit / this.shareAt(now);
	}
}
