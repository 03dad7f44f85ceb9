/** What Lark tells a client about pings and reconnects, in ms but for the count. */
export interface ServerSettings {
	pingInterval: number;
	/** -1: without end. */
	reconnectCount: number;
	reconnectInterval: number;
	/** The longest random wait before the first attempt. */
	reconnectNonce: number;
}

const SECOND = 1_000;

/** The least and the most that this client follows, in ms. */
const RANGES = {
	pingInterval: [SECOND, 300 * SECOND],
	reconnectInterval: [SECOND, 600 * SECOND],
	reconnectNonce: [0, 300 * SECOND],
} as const;

const isDuration = (key: string): key is keyof typeof RANGES => key in RANGES;

/**
 * Takes from settings what a client can follow: a duration outside its range is the nearest one inside, a
 * negative one, a pause of no time between attempts, and what is no number is left out, so that the value
 * holds that held before. `setTimeout` takes NaN and anything above 24 days for 1 ms.
 *
 * @param given from outside; keys that are no settings are returned as they are
 */
export function sensibleSettings(given: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(given).flatMap(([key, value]) => {
			if (key === 'reconnectCount') return isCount(value) ? [[key, value]] : [];
			if (!isDuration(key)) return [[key, value]];
			const [least, most] = RANGES[key];
			const isSensible = Number.isFinite(value) && (value as number) >= Math.min(least, 1);
			return isSensible ? [[key, Math.min(Math.max(value as number, least), most)]] : [];
		}),
	);
}

/** A count of 0 would end the connection for good when it breaks off for the first time. */
function isCount(value: unknown): boolean {
	return Number.isInteger(value) && (value === -1 || (value as number) > 0);
}
