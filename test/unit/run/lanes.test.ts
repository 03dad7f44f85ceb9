import fc from 'fast-check';

import { runInLanes } from '../../../nodes/Lark/run/lanes';

/** Runs items that take some turns of the event loop each, and notes what happens. */
async function watch(
	lanes: string[][],
	options: { atOnce?: number; stopAfter?: number; failing?: number[] } = {},
) {
	const { atOnce = 4, stopAfter = Infinity, failing = [] } = options;
	const started: number[] = [];
	const ended: number[] = [];
	let most = 0;
	let firstFailed = Infinity;
	const results = await runInLanes({
		count: lanes.length,
		atOnce,
		lanesOf: (item) => lanes[item],
		end: () => (ended.length >= stopAfter ? 0 : firstFailed),
		async run(item) {
			started.push(item);
			most = Math.max(most, started.length - ended.length);
			for (let i = 0; i <= (item * 7) % 5; i++) await new Promise((go) => setImmediate(go));
			ended.push(item);
			if (failing.includes(item)) firstFailed = Math.min(firstFailed, item);
			return `result ${item}`;
		},
	});
	return { started, ended, most, results };
}

describe('items in lanes', () => {
	it('run in the order of their lanes, all of them, and no more at once than allowed', async () => {
		const lane = fc.constantFrom('a', 'b', 'c', 'd');
		const lanes = fc.array(fc.uniqueArray(lane, { maxLength: 2 }), { maxLength: 40 });
		await fc.assert(
			fc.asyncProperty(lanes, fc.integer({ min: 1, max: 6 }), async (given, atOnce) => {
				const { started, ended, most, results } = await watch(given, { atOnce });
				expect(most).toBeLessThanOrEqual(atOnce);
				expect(results).toEqual(given.map((_lanes, item) => `result ${item}`));
				for (const name of ['a', 'b', 'c', 'd'] as const) {
					const inLane = (items: number[]) => items.filter((item) => given[item].includes(name));
					expect(inLane(started)).toEqual(inLane([...given.keys()]));
					expect(inLane(ended)).toEqual(inLane([...given.keys()]));
				}
			}),
			{ numRuns: 50 },
		);
	});

	it('of a busy lane do not hold up the others', async () => {
		const { started } = await watch([...Array(50).fill(['busy']), ['free']] as string[][]);
		expect(started.slice(0, 2)).toEqual([0, 50]);
	});

	it('start no more when it is over; what runs is awaited', async () => {
		const { started, ended, results } = await watch(
			Array.from({ length: 100 }, (_, i) => [String(i)]),
			{ stopAfter: 10 },
		);
		expect(started.length).toBeLessThan(20);
		expect([...ended].sort()).toEqual([...started].sort());
		expect(results[99]).toBeUndefined();
	});

	it('before the first one that fails are all run, and none after it is started any more', async () => {
		const lane = fc.constantFrom('a', 'b', 'c');
		const lanes = fc.array(fc.uniqueArray(lane, { maxLength: 2 }), { minLength: 1, maxLength: 40 });
		const failing = fc.array(fc.nat(39), { minLength: 1, maxLength: 3 });
		await fc.assert(
			fc.asyncProperty(
				lanes,
				failing,
				fc.integer({ min: 1, max: 6 }),
				async (given, fail, atOnce) => {
					const { results } = await watch(given, { atOnce, failing: fail });
					const first = Math.min(given.length, ...fail);
					expect(results.slice(0, first)).toEqual(
						given.slice(0, first).map((_lanes, item) => `result ${item}`),
					);
				},
			),
			{ numRuns: 50 },
		);
		const busy = Array.from({ length: 100 }, () => ['busy']);
		const { results } = await watch(busy, { failing: [6] });
		expect(Object.keys(results)).toEqual(['0', '1', '2', '3', '4', '5', '6']);
	});

	it('may be thousands', async () => {
		const { results } = await watch(Array.from({ length: 5_000 }, (_, i) => [`lane ${i % 3}`]));
		expect(results.filter(Boolean)).toHaveLength(5_000);
	});
});
