import { RateLimiter } from '../../../sandbox/api/rate-limiter';

function setUp() {
	const time = { now: 1_000_000 };
	const limiter = new RateLimiter(() => time.now);
	const call = (times: number, limits: { perSecond?: number; perMinute?: number }, key = 'k') =>
		Array.from({ length: times }, () => limiter.check(key, limits)).filter((v) => v.allowed).length;
	return { time, limiter, call };
}

it('allows as many calls a second as the limit says and names the wait', () => {
	const { time, limiter, call } = setUp();

	expect(call(10, { perSecond: 5 })).toBe(5);
	time.now += 400;
	expect(limiter.check('k', { perSecond: 5 })).toEqual({
		allowed: false,
		limit: 5,
		resetSeconds: 1,
	});
	time.now += 600;
	expect(call(10, { perSecond: 5 })).toBe(5);
});

it('enforces the minute although every second is within its limit', () => {
	const { time, limiter, call } = setUp();
	const limits = { perSecond: 50, perMinute: 120 };

	expect(call(50, limits)).toBe(50);
	time.now += 1_000;
	expect(call(50, limits)).toBe(50);
	time.now += 1_000;
	expect(call(50, limits)).toBe(20);
	expect(limiter.check('k', limits)).toEqual({ allowed: false, limit: 120, resetSeconds: 58 });
	time.now += 58_000;
	expect(call(50, limits)).toBe(50);
});

it('names the longer wait when both limits are hit', () => {
	const { limiter, call } = setUp();
	const limits = { perSecond: 3, perMinute: 3 };

	call(3, limits);
	expect(limiter.check('k', limits)).toEqual({ allowed: false, limit: 3, resetSeconds: 60 });
});

it('does not count a refused call against the other window', () => {
	const { time, call } = setUp();
	const limits = { perSecond: 1, perMinute: 3 };

	expect(call(10, limits)).toBe(1);
	time.now += 1_000;
	expect(call(10, limits)).toBe(1);
	time.now += 1_000;
	expect(call(10, limits)).toBe(1);
});

it('counts every key by itself', () => {
	const { call } = setUp();

	expect(call(9, { perSecond: 5 }, 'first')).toBe(5);
	expect(call(9, { perSecond: 5 }, 'second')).toBe(5);
});

it('allows everything when there is no limit', () => {
	const { call } = setUp();

	expect(call(1_000, {})).toBe(1_000);
});
