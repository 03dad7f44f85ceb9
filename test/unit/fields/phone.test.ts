import { readAddress } from '../../../nodes/Lark/fields/address';
import { readPhone, withoutSeparators } from '../../../nodes/Lark/fields/phone';

describe('readPhone', () => {
	it.each([
		['+49 (0)170 1234567'],
		['+49 [0]170-1234567'],
		['+49 (0) 170 / 1234567'],
		['(+49) 170 1234567'],
		['+(49) 170 1234567'],
		['0049 170 1234567'],
		['00 49 (0)170 1234567'],
		['tel:+49-170-1234567'],
		['＋49 １７０ １２３４５６７'],
		['+49\u00a0170\u202f1234567'],
		['+49\t170 123\u20094567'],
		['+49‑170–1234567'],
		['\u202a+491701234567\u202c'],
		['\u200e+49 170 1234567\u2069'],
		['+49170\u00ad123\u200b4567'],
	])('reads %j as +491701234567', (written) => {
		expect(readPhone(written)).toBe('+491701234567');
	});

	it.each(['\u202d13800138000\u202c', '0086 138 0013 8000', '+86·138·0013·8000', '138–0013–8000'])(
		'reads %j as a number of mainland China',
		(written) => expect(readPhone(written)).toBe('13800138000'),
	);

	it.each(['+49 170 1234567 ext 5', '+86+13800138000', '+12', '(0) 138 0013 8000', '0170 1234567'])(
		'reads no number from %j',
		(written) => expect(readPhone(written)).toBeUndefined(),
	);

	it.each(['00491701234567', '0012345678', '00-123-456-78'])(
		'leaves %s, which may be the number of an employee, a user_id',
		(receive_id) => {
			expect(readAddress(receive_id)).toEqual([{ receive_id, receive_id_type: 'user_id' }]);
		},
	);

	it('keeps the 0 of a number without a country code', () => {
		expect(withoutSeparators('(0)170 1234567')).toBe('01701234567');
	});
});
