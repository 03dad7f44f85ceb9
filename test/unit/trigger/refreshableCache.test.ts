import { RefreshableCache } from '../../../nodes/LarkTrigger/refreshableCache';

describe('what is remembered', () => {
	const counted = () => {
		let count = 0;
		return { read: async () => ++count, count: () => count };
	};

	it('is read once in its life, also for many at once', async () => {
		const { read, count } = counted();
		const remembered = new RefreshableCache<number>(30_000, 1_000);
		for (const at of [0, 0, 29_999]) expect(await remembered.get('a', read, at).value).toBe(1);
		expect(await remembered.get('a', read, 30_000).value).toBe(2);
		expect(count()).toBe(2);
	});

	it('is read again when it does not fit, once for all who doubt it', async () => {
		const { read, count } = counted();
		const remembered = new RefreshableCache<number>(30_000, 1_000);
		const old = remembered.get('a', read, 0);
		const newer = [1, 1, 2].map((at) => remembered.refresh('a', old, read, at)?.value);
		expect(await Promise.all(newer)).toEqual([2, 2, 2]);
		expect(await remembered.get('a', read, 3).value).toBe(2);
		expect(count()).toBe(2);
	});

	it('is read no more than once in a pause, however many doubt it', () => {
		const { read, count } = counted();
		const remembered = new RefreshableCache<number>(30_000, 1_000);
		for (let at = 0; at < 10_000; at++) {
			remembered.refresh('a', remembered.get('a', read, at), read, at);
		}
		expect(count()).toBe(1 + 10);
	});

	it('is not remembered when it cannot be read', async () => {
		const remembered = new RefreshableCache<number>(30_000, 1_000);
		const fails = remembered.get('a', async () => await Promise.reject(new Error('down')), 0);
		await expect(fails.value).rejects.toThrow('down');
		expect(await remembered.get('a', async () => 1, 1).value).toBe(1);
	});
});
