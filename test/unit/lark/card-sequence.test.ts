import { CardSequences } from '../../../nodes/shared/lark/cardSequence';

const MAX_SEQUENCE = 2 ** 31 - 1;

/** A clock that only moves when it is told to. */
function clock(start = Date.UTC(2026, 10, 28)) {
	let now = start;
	return { now: () => now, advance: (ms: number) => void (now += ms) };
}

describe('the sequence of a card', () => {
	it('increases with each change, however many there are at once', () => {
		const sequences = new CardSequences(clock().now);
		const taken = Array.from({ length: 100 }, () => sequences.next('1'));
		expect(taken).toEqual([...new Set(taken)].sort((a, b) => a - b));
	});

	it('never goes back when the clock does', () => {
		const { now, advance } = clock();
		const sequences = new CardSequences(now);
		const before = sequences.next('1');
		advance(-3_600_000);
		expect(sequences.next('1')).toBe(before + 1);
	});

	it('is higher in another process that changes the card later', () => {
		const { now, advance } = clock();
		const first = new CardSequences(now);
		const second = new CardSequences(now);
		for (let i = 0; i < 100; i++) {
			const before = (i % 2 ? first : second).next('1');
			advance(100);
			expect((i % 2 ? second : first).next('1')).toBeGreaterThan(before);
			advance(100);
		}
	});

	it('counts each card by itself', () => {
		const sequences = new CardSequences(clock().now);
		const [first] = [sequences.next('1'), sequences.next('1'), sequences.next('1')];
		expect(sequences.next('2')).toBe(first);
	});

	it.each([
		['a process that is an hour ahead', (sequence: number) => sequence + 36_000],
		['somebody who counts in seconds since 1970', () => 1_795_000_000],
		['the highest number but one', () => MAX_SEQUENCE - 1],
	])('comes above %s in at most 12 steps', (_who, otherOf) => {
		const sequences = new CardSequences(clock().now);
		const first = sequences.next('1');
		const other = otherOf(first);
		const steps = Array.from({ length: 11 }, (_, index) => sequences.next('1', index + 1));
		expect(steps.findIndex((step) => step > other)).toBeGreaterThanOrEqual(0);
		expect(Math.max(...steps)).toBeLessThanOrEqual(MAX_SEQUENCE);
	});

	it.each([2026, 2029, 2032, 2033])('is an int32 from 1 in the year %d', (year) => {
		const sequences = new CardSequences(clock(Date.UTC(year, 0, 1)).now);
		const sequence = sequences.next('1');
		expect(sequence).toBeGreaterThanOrEqual(1);
		expect(sequence).toBeLessThanOrEqual(MAX_SEQUENCE);
	});

	it('forgets the cards that were changed long ago', () => {
		const { now, advance } = clock();
		const sequences = new CardSequences(now);
		const first = sequences.next('1');
		for (let i = 0; i < 10_000; i++) sequences.next(`other ${i}`);
		expect(sequences.next('1')).toBe(first);
		advance(100);
		expect(sequences.next('1')).toBe(first + 1);
	});
});
