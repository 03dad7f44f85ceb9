const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

export interface Limits {
	perSecond?: number;
	perMinute?: number;
}

/** When refused: the ceiling that was hit and the whole seconds to wait until it is lifted. */
export type Verdict = { allowed: true } | { allowed: false; limit: number; resetSeconds: number };

interface Window {
	startedAt: number;
	count: number;
}

interface Rule {
	id: string;
	lengthMs: number;
	limit: number;
}

/**
 * Counts calls in fixed windows of a second and of a minute, as Lark's gateway does for its
 * two-window limits: either one refuses, and `x-ogw-ratelimit-reset` names the moment when that
 * window is over. A window starts with the first call after the one before it ended.
 */
export class RateLimiter {
	private readonly windows = new Map<string, Window>();

	/** @param clock the time in milliseconds */
	constructor(private readonly clock: () => number) {}

	/**
	 * Counts a call when all limits allow it. A refused call is not counted.
	 *
	 * @param key what is counted, for example app and API, or app and receiver
	 * @returns the verdict; when both limits are hit, the one with the longer wait
	 */
	check(key: string, limits: Limits): Verdict {
		const now = this.clock();
		const counted = rulesOf(key, limits).map((rule) => ({
			rule,
			window: this.windowOf(rule, now),
		}));
		const refusals = counted
			.filter(({ rule, window }) => window.count >= rule.limit)
			.map(({ rule, window }) => ({
				limit: rule.limit,
				resetSeconds: Math.ceil((window.startedAt + rule.lengthMs - now) / SECOND_MS),
			}));
		if (refusals.length > 0) {
			const longest = refusals.reduce((a, b) => (b.resetSeconds > a.resetSeconds ? b : a));
			return { allowed: false, ...longest };
		}
		for (const { window } of counted) window.count++;
		return { allowed: true };
	}

	private windowOf(rule: Rule, now: number): Window {
		const current = this.windows.get(rule.id);
		if (current && now < current.startedAt + rule.lengthMs) return current;
		const next = { startedAt: now, count: 0 };
		this.windows.set(rule.id, next);
		return next;
	}
}

function rulesOf(key: string, { perSecond, perMinute }: Limits): Rule[] {
	const rules: Rule[] = [];
	if (perSecond !== undefined) {
		rules.push({ id: `second ${key}`, lengthMs: SECOND_MS, limit: perSecond });
	}
	if (perMinute !== undefined) {
		rules.push({ id: `minute ${key}`, lengthMs: MINUTE_MS, limit: perMinute });
	}
	return rules;
}
