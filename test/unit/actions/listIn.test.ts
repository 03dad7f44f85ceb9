import { listIn } from '../../../nodes/Lark/actions/apiRequest/listIn';

describe('the records of a page of any API', () => {
	const record = { id: 1 };

	it.each([
		[{ items: [record], others: [2], has_more: true }],
		[{ calendar_list: [record], page_token: 'a' }],
		[{ users: [record], total: 1 }],
	])('are found in %j', (page) => expect(listIn(page)).toEqual([record]));

	it('are none where Lark leaves an empty list out', () => {
		expect(listIn({ has_more: false })).toEqual([]);
		expect(listIn({ calendar_list: null, page_token: '', sync_token: 'a' })).toEqual([]);
		expect(listIn({ next_page_token: '' })).toEqual([]);
	});

	it.each([
		[{ bot: {} }, /no list/],
		[{ a: [], b: [] }, /several lists in the response: a, b/],
	])('are not guessed in %j', (page, message) => expect(() => listIn(page)).toThrow(message));
});
