import { isTooDeep, MAX_DEPTH } from '../../../nodes/shared/jsonDepth';
import { parseObject } from '../../../nodes/shared/push/json';

/** An object with lists in it, as deep as told. */
const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;

describe('JSON that must be an object', () => {
	it.each([
		['{"a":[{"b":null}]}', { a: [{ b: null }] }],
		['[1]', undefined],
		['null', undefined],
		['"text"', undefined],
		['{"a":', undefined],
		['', undefined],
	])('%j', (json, expected) => expect(parseObject(json)).toEqual(expected));

	it('is refused when it is nested deeper than the limit, however deep', () => {
		expect(parseObject(nested(MAX_DEPTH))).toBeDefined();
		for (const depth of [MAX_DEPTH + 1, 5_000, 400_000]) {
			expect(parseObject(nested(depth))).toBeUndefined();
		}
	});

	it('is not deep for being wide', () => {
		expect(isTooDeep(Array.from({ length: 10_000 }, () => ({ a: [] })))).toBe(false);
	});
});
