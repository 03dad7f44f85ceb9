import { chunk } from '../../../nodes/Lark/fields/chunk';
import { checkAppIds, recogniseMemberIds } from '../../../nodes/Lark/fields/memberIds';

describe('recogniseMemberIds', () => {
	it.each([
		[['ou_7d8a6e6df7621556ce0d21922b676706'], 'open_id'],
		[['on_8ed6aa67826108097d9ee143816345'], 'union_id'],
		[['e33ggbyz', 'employee-42'], 'user_id'],
		[['cli_a5b0c1d2e3f40516'], 'app_id'],
	])('%j are of the kind %s', (ids, member_id_type) => {
		expect(recogniseMemberIds('Members', ids)).toEqual({ member_id_type, ids });
	});

	it.each(['ou_', 'cli_'])('gives each ID that starts with %s once', (prefix) => {
		const [a, b] = [`${prefix}1`, `${prefix}2`];
		expect(recogniseMemberIds('Members', [a, b, a]).ids).toEqual([a, b]);
	});

	it.each([
		[[], /^Members is empty/],
		[['ou_1', 'cli_1'], /^Members has IDs of people and of bots/],
		[['ou_1', 'on_1'], /^Members has IDs of several kinds: open_id, union_id/],
		[['oc_1'], /^Members cannot have "oc_1"/],
		[['ada@example.com'], /^Members cannot have/],
		[['[object Object]'], /^Members cannot have/],
	])('refuses %j', (ids, message) => {
		expect(() => recogniseMemberIds('Members', ids)).toThrow(message);
	});
});

describe('checkAppIds', () => {
	it('refuses people', () => {
		expect(() => checkAppIds('Bots', ['cli_1', 'ou_1'])).toThrow(/^Bots cannot have "ou_1"/);
	});
});

describe('chunk', () => {
	it.each([
		[0, []],
		[5, [5]],
		[12, [5, 5, 2]],
	])('cuts %d entries into %j', (length, sizes) => {
		const list = Array.from({ length }, (_, i) => i);
		expect(chunk(list, 5).map((piece) => piece.length)).toEqual(sizes);
		expect(chunk(list, 5).flat()).toEqual(list);
	});
});
