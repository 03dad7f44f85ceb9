import type { Pacer } from '../../../nodes/shared/transport/pace/pacer';
import type { CountedRate } from '../../../nodes/shared/transport/pace/rates';
import type { RateLimiter } from '../../../sandbox/api/rate-limiter';
import type { ManualClock } from './manualClock';

/** The limits of the usual API. */
export const API: CountedRate = { key: 'api', perSecond: 50, perMinute: 1_000 };

/** What a message to a receiver counts towards. */
export const to = (receiver: string): CountedRate[] => [API, { key: receiver, perSecond: 5 }];

/** The receivers of messages to some chats, one behind the other or in turn. */
export const chats = (count: number, each: number, adjacent: boolean) =>
	Array.from(
		{ length: count * each },
		(_, i) => `chat ${adjacent ? Math.floor(i / each) : i % count}`,
	);

/** Sends as the node does: one receiver's messages one after the other, each taking some time. */
export async function send(
	pacer: Pacer,
	clock: ManualClock,
	receivers: string[],
	options: {
		tripMs?: number | (() => number);
		judge?: (receiver: string) => number | undefined;
	} = {},
) {
	const { tripMs = 0, judge } = options;
	const oneWay = () => (typeof tripMs === 'number' ? tripMs : tripMs()) / 2;
	const start = clock.now();
	const sent: Array<{ at: number; receiver: string }> = [];
	const refusals: number[] = [];
	const deliver = async (receiver: string): Promise<void> => {
		const turn = await pacer.turn(to(receiver), { keepsLimits: true });
		const out = oneWay();
		if (out > 0) await clock.sleep(out);
		const wait = judge?.(receiver);
		if (wait === undefined) sent.push({ at: clock.now() - start, receiver });
		else refusals.push(clock.now() - start);
		const back = oneWay();
		if (back > 0) await clock.sleep(back);
		if (wait === undefined) return turn.accepted();
		turn.refused(0, wait);
		await deliver(receiver);
	};
	const lanes = new Map<string, Promise<void>>();
	for (const receiver of receivers) {
		const before = lanes.get(receiver) ?? Promise.resolve();
		lanes.set(
			receiver,
			before.then(async () => await deliver(receiver)),
		);
	}
	const done = Promise.all(lanes.values());
	await clock.run();
	await done;
	return { sent, refusals, took: clock.now() - start };
}

/** The most events in any stretch of time, whose end counts but whose start does not. */
export function most(times: number[], lengthMs: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	let first = 0;
	return Math.max(
		...sorted.map((end, i) => {
			while (sorted[first] <= end - lengthMs) first++;
			return i - first + 1;
		}),
	);
}

/** Lark's own counting of what arrives. */
export const limited = (limiter: RateLimiter) => (receiver: string) => {
	for (const { key, ...limits } of to(receiver)) {
		const verdict = limiter.check(key, limits);
		if (!verdict.allowed) return verdict.resetSeconds * 1_000;
	}
	return undefined;
};
