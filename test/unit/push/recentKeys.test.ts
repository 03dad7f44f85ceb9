import { RecentKeys } from '../../../nodes/shared/push/recentKeys';

describe('RecentKeys', () => {
	it('knows a key until its life is over', () => {
		const keys = new RecentKeys(1000, 10);
		expect(keys.add('a', 0)).toBe(true);
		expect(keys.add('a', 999)).toBe(false);
		expect(keys.add('b', 999)).toBe(true);
		expect(keys.add('a', 1000)).toBe(true);
		expect(keys.add('a', 1500)).toBe(false);
	});

	it('tells what it knows', () => {
		const keys = new RecentKeys(1000, 10);
		keys.add('a', 0);
		expect(keys.has('a', 999)).toBe(true);
		expect(keys.has('a', 1000)).toBe(false);
		expect(keys.has('b', 1)).toBe(false);
	});

	it('keeps the latest keys when there are too many', () => {
		const keys = new RecentKeys(1000, 3);
		for (const key of ['a', 'b', 'c', 'd']) keys.add(key, 0);
		expect(keys.add('d', 1)).toBe(false);
		expect(keys.add('b', 1)).toBe(false);
		expect(keys.add('a', 1)).toBe(true);
	});
});
