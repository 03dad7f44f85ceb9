import { Pacer } from '../../../nodes/shared/transport/pace/pacer';
import type { Rate } from '../../../nodes/shared/transport/pace/rates';
import { RateLimiter } from '../../../sandbox/delivery/rate-limiter';
import { ManualClock } from './manualClock';

const API: Rate = { key: 'api', perSecond: 50, perMinute: 1_000 };
const to = (receiver: string): Rate[] => [API, { key: receiver, perSecond: 5 }];
const chats = (count: number, each: number, adjacent: boolean) =>
	Array.from(
		{ length: count * each },
		(_, i) => `chat ${adjacent ? Math.floor(i / each) : i % count}`,
	);

/** Sends as the node does: one receiver's messages one after the other, each taking some time. */
async function send(
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
function most(times: number[], lengthMs: number): number {
	const sorted = [...times].sort((a, b) => a - b);
	let first = 0;
	return Math.max(
		...sorted.map((end, i) => {
			while (sorted[first] <= end - lengthMs) first++;
			return i - first + 1;
		}),
	);
}

describe('the pace of one process', () => {
	it.each([
		['200 chats in turn', chats(200, 5, false)],
		['10 chats with 100 adjacent messages each', chats(10, 100, true)],
	])(
		'%s: 1,000 messages in little more than the 20 s that the limits allow',
		async (_name, receivers) => {
			const clock = new ManualClock();
			const { sent, took } = await send(new Pacer(clock), clock, receivers, { tripMs: 20 });
			expect(took).toBeLessThan(21_500);
			expect(
				most(
					sent.map(({ at }) => at),
					1_000,
				),
			).toBeLessThanOrEqual(50);
			for (const chat of new Set(receivers)) {
				const times = sent.filter(({ receiver }) => receiver === chat).map(({ at }) => at);
				expect(most(times, 1_000)).toBeLessThanOrEqual(5);
			}
		},
	);

	it('never more than 1,000 a minute', async () => {
		const clock = new ManualClock();
		const receivers = Array.from({ length: 2_100 }, (_, i) => `chat ${i}`);
		const { sent, took } = await send(new Pacer(clock), clock, receivers);
		expect(
			most(
				sent.map(({ at }) => at),
				60_000,
			),
		).toBe(1_000);
		expect(took).toBeGreaterThan(120_000);
		expect(took).toBeLessThan(124_000);
	});

	it('starts with a burst, so that a few messages do not wait', async () => {
		const clock = new ManualClock();
		const { took } = await send(new Pacer(clock), clock, chats(2, 5, true));
		expect(took).toBe(0);
	});

	it('does not let a busy receiver hold up the others', async () => {
		const clock = new ManualClock();
		const { sent } = await send(new Pacer(clock), clock, [...chats(1, 50, true), 'another']);
		expect(sent.find(({ receiver }) => receiver === 'another')?.at).toBe(0);
	});

	it('lets everything go that only the documented limits would hold', async () => {
		const clock = new ManualClock();
		const pacer = new Pacer(clock);
		const turns = Array.from(
			{ length: 500 },
			async () => await pacer.turn(to('chat'), { keepsLimits: false }),
		);
		const waits = (await Promise.all(turns)).map(({ waited }) => waited);
		expect(Math.max(...waits)).toBe(0);
	});
});

/** Lark's own counting of what arrives. */
const limited = (limiter: RateLimiter) => (receiver: string) => {
	for (const { key, ...limits } of to(receiver)) {
		const verdict = limiter.check(key, limits);
		if (!verdict.allowed) return verdict.resetSeconds * 1_000;
	}
	return undefined;
};

describe('what Lark counts', () => {
	it('begins when the first request arrives, however long that has waited for a token', async () => {
		const clock = new ManualClock();
		const judge = limited(new RateLimiter(() => clock.now()));
		const tokenAt = clock.now() + 200;
		const tripMs = () => Math.max(5, 2 * (tokenAt - clock.now()));
		const { took, refusals } = await send(new Pacer(clock), clock, chats(200, 1, false), {
			tripMs,
			judge,
		});
		expect(refusals).toEqual([]);
		expect(took).toBeLessThan(4_400);
	});

	it('is not what it has refused: no place among the 1,000 a minute is lost', async () => {
		const clock = new ManualClock();
		const count = limited(new RateLimiter(() => clock.now()));
		let requests = 0;
		const judge = (receiver: string) => (++requests === 30 ? 1_000 : count(receiver));
		const { sent, took } = await send(new Pacer(clock), clock, chats(500, 2, false), {
			tripMs: 5,
			judge,
		});
		expect(sent).toHaveLength(1_000);
		expect(took).toBeLessThan(45_000);
	});
});

describe('several processes with one app', () => {
	it.each([
		[0, 25],
		[200, 25],
		[1_000, 25],
		[3_000, 50],
	])(
		'the second one %i ms later: share its limit within %i %% of the time that one would need',
		async (laterMs, percent) => {
			const clock = new ManualClock();
			const judge = limited(new RateLimiter(() => clock.now()));
			const receivers = chats(200, 5, false);
			const start = clock.now();
			const sendHalf = async (half: number) => {
				const own = receivers.filter((_, i) => i % 2 === half);
				await clock.sleep(half * laterMs);
				return await send(new Pacer(clock), clock, own, { tripMs: 20, judge });
			};
			const both = Promise.all([0, 1].map(sendHalf));
			await clock.run();
			const refusals = (await both).flatMap((found) => found.refusals);
			expect((await both).flatMap(({ sent }) => sent)).toHaveLength(1_000);
			expect(clock.now() - start).toBeLessThan(20_000 * (1 + percent / 100));
			expect(refusals.length).toBeLessThan(20);
		},
	);

	it('is not refused when the way to Lark takes now longer, now shorter', async () => {
		const clock = new ManualClock();
		const judge = limited(new RateLimiter(() => clock.now()));
		let seed = 1;
		const tripMs = () => 20 + ((seed = (seed * 16_807) % 2_147_483_647) % 150);
		const receivers = chats(200, 5, false);
		const { took, refusals } = await send(new Pacer(clock), clock, receivers, { tripMs, judge });
		expect(refusals.length).toBeLessThan(5);
		expect(took).toBeLessThan(24_000);
	});

	it('one that was refused waits, goes on with what was left to it, and climbs again', async () => {
		const clock = new ManualClock();
		const pacer = new Pacer(clock);
		const turn = async () => await pacer.turn([API], { keepsLimits: true });
		const first = await Promise.all(Array.from({ length: 10 }, turn));
		for (const { accepted } of first) accepted();
		first[0].refused(0, 1_000);
		const times: number[] = [];
		const start = clock.now();
		for (let i = 0; i < 1_500; i++) void turn().then(() => times.push(clock.now() - start));
		await clock.run();
		const inSecond = (second: number) =>
			times.filter((at) => at >= second * 1_000 && at < (second + 1) * 1_000).length;
		expect(inSecond(0)).toBe(0);
		expect(inSecond(2)).toBeGreaterThanOrEqual(22);
		expect(inSecond(2)).toBeLessThanOrEqual(25);
		expect(inSecond(20)).toBeGreaterThan(inSecond(5));
		expect(most(times, 1_000)).toBeGreaterThanOrEqual(40);
	});

	it('a storm of refusals lowers the rate to a tenth, not to nothing', async () => {
		const clock = new ManualClock();
		const pacer = new Pacer(clock);
		for (let i = 0; i < 20; i++) {
			const turn = pacer.turn([API], { keepsLimits: true });
			await clock.run(5_000);
			(await turn).refused(0, 1_000);
		}
		const times: number[] = [];
		for (let i = 0; i < 10; i++)
			void pacer.turn([API], { keepsLimits: true }).then(() => times.push(clock.now()));
		await clock.run();
		expect(times.at(-1)! - times[0]).toBeGreaterThan(1_000);
		expect(times.at(-1)! - times[0]).toBeLessThan(2_500);
	});
});

describe('waiting', () => {
	it('ends at once when the execution is cancelled, and leaves no timer', async () => {
		const clock = new ManualClock();
		const pacer = new Pacer(clock);
		const cancel = new AbortController();
		const turns = Array.from(
			{ length: 100 },
			async () => await pacer.turn(to('chat'), { keepsLimits: true, signal: cancel.signal }),
		);
		const results = Promise.allSettled(turns);
		cancel.abort(new Error('Cancelled'));
		const stopped = (await results).filter(({ status }) => status === 'rejected');
		expect(stopped).toHaveLength(95);
		await clock.run(0);
		expect(clock.sleeping).toBe(0);
		await expect(
			pacer.turn(to('chat'), { keepsLimits: true, signal: cancel.signal }),
		).rejects.toThrow('Cancelled');
	});

	it('takes no memory for receivers that have long been served', async () => {
		const clock = new ManualClock();
		const pacer = new Pacer(clock);
		for (let i = 0; i < 5_000; i++) {
			await clock.run(30);
			await pacer.turn(to(`chat ${i}`), { keepsLimits: false });
		}
		expect(pacer.size).toBeLessThan(600);
		await clock.run(100_000);
		expect(pacer.isIdle()).toBe(true);
	});
});
