import { Pacer } from '../../../nodes/shared/transport/pace/pacer';
import { RateLimiter } from '../../../sandbox/api/rate-limiter';
import { ManualClock } from './manualClock';
import { API, chats, limited, most, send } from './paceSender';

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
