import { setTimeout as sleep } from 'node:timers/promises';

import { PromiseCache } from '../../../nodes/shared/trigger/extras/promiseCache';
import { withTimeout } from '../../../nodes/shared/trigger/withTimeout';

describe('within', () => {
	it('gives what is there in time', async () => {
		expect(await withTimeout(1_000, sleep(10, 'here'))).toBe('here');
		expect(await withTimeout(0, Promise.resolve('at once'))).toBe('at once');
	});

	it('gives nothing for what is late or fails, and keeps no process alive for it', async () => {
		const start = performance.now();
		const late = new AbortController();
		const work = sleep(60_000, 'late', { signal: late.signal });
		expect(await withTimeout(50, work)).toBeUndefined();
		expect(await withTimeout(-1, work)).toBeUndefined();
		expect(await withTimeout(60_000, Promise.reject(new Error('no')))).toBeUndefined();
		expect(performance.now() - start).toBeLessThan(1_000);
		late.abort();
	});
});

describe('what Lark has answered', () => {
	const counting = (answer: () => Promise<string>) => {
		const asked = { times: 0 };
		const ask = async () => {
			asked.times++;
			return await answer();
		};
		return { asked, ask };
	};

	it('is asked for once, also by many at the same time, until it is old', async () => {
		const cache = new PromiseCache<string>(100, 10, 5);
		const { asked, ask } = counting(async () => await sleep(5, 'Tom'));
		const answers = [cache.get('a', ask, 0), cache.get('a', ask, 1), cache.get('b', ask, 2)];
		expect(await Promise.all(answers)).toEqual(['Tom', 'Tom', 'Tom']);
		expect(asked.times).toBe(2);
		await cache.get('a', ask, 99);
		expect(asked.times).toBe(2);
		await cache.get('a', ask, 100);
		expect(asked.times).toBe(3);
	});

	it('is asked for again soon, when Lark has not told', async () => {
		const cache = new PromiseCache<string>(100, 10, 5);
		const { asked, ask } = counting(async () => await Promise.reject(new Error('no')));
		await expect(cache.get('a', ask, 0)).rejects.toThrow('no');
		await expect(cache.get('a', ask, 9)).rejects.toThrow('no');
		expect(asked.times).toBe(1);
		await expect(cache.get('a', ask, 10)).rejects.toThrow('no');
		expect(asked.times).toBe(2);
	});

	it('is forgotten, the oldest first, when there is too much of it', async () => {
		const cache = new PromiseCache<string>(100, 10, 2);
		const { asked, ask } = counting(async () => await Promise.resolve('x'));
		for (const key of ['a', 'b', 'c', 'c', 'b']) await cache.get(key, ask, 0);
		expect(asked.times).toBe(3);
		await cache.get('a', ask, 0);
		expect(asked.times).toBe(4);
	});
});
