import { recogniseUserIds } from '../../../nodes/Lark/fields/userIds';

describe('recogniseUserIds', () => {
	it.each([
		['open_id', ['ou_7d8a6e6df7621556ce0d21922b676706', 'ou_1']],
		['union_id', ['on_8ed6aa67826108097d9ee143816345']],
		['user_id', ['e33ggbyz', '7be5fg9a', 'employee-42', 'ada.lovelace']],
	])('finds %s', (user_id_type, ids) => {
		expect(recogniseUserIds('Users', ids)).toEqual({ user_id_type, ids });
	});

	it('takes each ID once', () => {
		expect(recogniseUserIds('Users', ['ou_1', 'ou_2', 'ou_1']).ids).toEqual(['ou_1', 'ou_2']);
	});

	it.each([
		[[], /^Users is empty$/],
		[['ou_1', 'e33ggbyz'], /^Users has IDs of several kinds: open_id, user_id$/],
		[['oc_1'], /^Users cannot have "oc_1"/],
		[['om_1'], /not a user ID/],
		[['ou_'], /not a user ID/],
		[['ou_1/../x'], /not a user ID/],
		[['ada@example.com'], /not a user ID/],
		[['Ada Lovelace'], /not a user ID/],
		[['[object Object]'], /not a user ID/],
	])('refuses %j', (ids, message) => {
		expect(() => recogniseUserIds('Users', ids)).toThrow(message);
	});
});
