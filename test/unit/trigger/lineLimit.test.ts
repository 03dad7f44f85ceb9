import { LineLimit } from '../../../nodes/shared/trigger/lineLimit';

describe('the limit of lines in the log', () => {
	it('lets so many lines of a kind through in a span, and tells later how many it left out', () => {
		const limit = new LineLimit(2, 1_000);
		const taken = [0, 1, 2, 999].map((now) => limit.take('a', now));
		expect(taken).toEqual([0, 0, undefined, undefined]);
		expect(limit.take('b', 3)).toBe(0);
		expect([1_000, 1_001, 5_000].map((now) => limit.take('a', now))).toEqual([2, 0, 0]);
	});
});
