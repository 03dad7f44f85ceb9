import { Windows, type WindowEntry } from '../../../../nodes/shared/trigger/window/windows';

const TIMES = { quiet: 2_000, limit: 5_000 };

describe('an aggregation window', () => {
	let windows: Windows<string>;

	beforeEach(() => {
		jest.useFakeTimers();
		windows = new Windows();
	});
	afterEach(() => jest.useRealTimers());

	/** What has been gathered by now. */
	async function gathered({ gathered }: WindowEntry<string>): Promise<string[] | undefined> {
		await jest.advanceTimersByTimeAsync(0);
		return await Promise.race([gathered, Promise.resolve(undefined)]);
	}
	const pass = async (ms: number) => await jest.advanceTimersByTimeAsync(ms);

	it('gives all entries to the first, when nothing has come for a while', async () => {
		const first = windows.add('a', '1', TIMES);
		await pass(1_500);
		const second = windows.add('a', '2', TIMES);
		await pass(1_990);
		expect(await gathered(first)).toBeUndefined();
		await pass(20);
		expect(await gathered(first)).toEqual(['1', '2']);
		expect(second.gathered).toBeUndefined();
	});

	it('closes at the limit, however many come, and the next entry opens another', async () => {
		const first = windows.add('a', '0', TIMES);
		for (let second = 1; second < 5; second++) {
			await pass(1_000);
			expect(windows.add('a', String(second), TIMES).gathered).toBeUndefined();
		}
		await pass(1_001);
		expect(await gathered(first)).toEqual(['0', '1', '2', '3', '4']);
		expect(windows.add('a', '5', TIMES).gathered).toBeDefined();
	});

	it('keeps conversations apart', async () => {
		const [a, b] = ['a', 'b'].map((key) => windows.add(key, `in ${key}`, TIMES));
		await pass(2_001);
		expect([await gathered(a), await gathered(b)]).toEqual([['in a'], ['in b']]);
	});

	it('tells everybody who waits what the first one tells', async () => {
		const seats = ['1', '2', '3'].map((entry) => windows.add('a', entry, TIMES));
		const outcomes = Promise.all(seats.map(async ({ isStored }) => await isStored));
		seats[0].settle(false);
		expect(await outcomes).toEqual([false, false, false]);
	});

	it('has room for 100 entries; the next ones go into another, and none is lost', async () => {
		const seats = Array.from({ length: 250 }, (_, index) => windows.add('a', String(index), TIMES));
		await pass(2_001);
		const firsts = seats.filter((seat) => seat.gathered !== undefined);
		const all = await Promise.all(firsts.map(async (seat) => (await seat.gathered) ?? []));
		expect(all.map(({ length }) => length)).toEqual([100, 100, 50]);
		expect(new Set(all.flat()).size).toBe(250);
	});
});
