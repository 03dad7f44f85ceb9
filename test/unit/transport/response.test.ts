import { failureOf, readResponse } from '../../../nodes/shared/transport/response';

const response = (body: unknown, statusCode = 400, type = 'application/json; charset=utf-8') => ({
	body: body as string,
	statusCode,
	headers: { 'x-tt-logid': '20261121AB', 'content-type': type },
});

describe('readResponse', () => {
	it('takes any object with a code', () => {
		expect(readResponse(response({ code: 0, data: { a: 1 } }))).toEqual({
			code: 0,
			data: { a: 1 },
		});
	});

	it.each([
		['an HTML page', response('<html>Bad gateway</html>', 502, 'text/html'), 'text/html'],
		['an empty body', response('', 200), 'empty body'],
		['no body', response(undefined, 204), 'empty body'],
		['an array', response([1]), 'application/json'],
		['an object without a code', response({ message: 'x' }), 'application/json'],
		['a code that is no number', response({ code: '0' }), 'application/json'],
	])('refuses %s', (_case, answer, hint) => {
		expect.assertions(3);
		try {
			readResponse(answer);
		} catch (error) {
			expect(error).toHaveProperty('message', expect.stringContaining(String(answer.statusCode)));
			expect(error).toHaveProperty('details.description', expect.stringContaining(hint));
			expect(error).toHaveProperty('details.httpStatus', answer.statusCode);
		}
	});
});

describe('an answer that n8n could not store', () => {
	const nested = (levels: number) =>
		JSON.parse(`{"code":0,"data":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`) as unknown;

	it('is refused, however deeply it is nested', () => {
		expect(() => readResponse(response(nested(98), 200))).not.toThrow();
		for (const levels of [100, 3_000]) {
			expect(() => readResponse(response(nested(levels), 200))).toThrow(/more than 100 levels/);
		}
	});
});

describe('failureOf', () => {
	const explain = async (
		body: { code: number; msg?: string; error?: object },
		path?: string,
		status = 400,
	) => await failureOf(body as never, response(body, status) as never, path);

	it('says what happened, what to do, the code and the log ID', async () => {
		const failure = await explain({ code: 230002, msg: 'Bot/User can NOT be out of the chat.' });
		expect(failure.message).toBe('The bot is not in this chat');
		expect(failure.details).toMatchObject({ code: 230002, httpStatus: 400, logId: '20261121AB' });
		expect(failure.details.description).toBe(
			'Add the bot to the chat: chat settings > Bots > Add Bot. Lark says: Bot/User can NOT be out of the chat. (Lark code 230002, log ID 20261121AB)',
		);
	});

	it('names the scopes that Lark names', async () => {
		const msg = 'Access denied. One of the following scopes is required: [im:message]';
		const failure = await explain({ code: 99991672, msg });
		expect(failure.details.description).toContain('[im:message]');
		expect(failure.details.description).toContain('Permissions & Scopes');
	});

	it('names the fields that Lark names', async () => {
		const error = { field_violations: [{ field: 'receive_id', description: 'is required' }] };
		const failure = await explain({ code: 99992402, msg: 'field validation failed', error });
		expect(failure.message).toBe('Lark refuses a value of the request: receive_id: is required');
	});

	it('gives the reason first, not the words that are the same for all reasons', async () => {
		const msg =
			'Your request contains an invalid request parameter, ext=invalid message content: no locale';
		const failure = await explain({ code: 230001, msg });
		expect(failure.message).toBe(
			'Lark refuses a value of the request: invalid message content: no locale',
		);
		expect(failure.details.description).not.toContain('Lark says');
		expect(await explain({ code: 987654321, msg: 'no, ext=too long' })).toMatchObject({
			message: 'Lark refuses the request: too long',
		});
		expect(await explain({ code: 987654321, msg: 'no text=here' })).toMatchObject({
			message: 'no text=here',
		});
	});

	it.each([
		['/open-apis/im/v1/files', 40009, 500],
		['/open-apis/im/v1/images', 40011, 500],
		['/open-apis/calendar/v4/calendars', 20003, 400],
		['/open-apis/contact/v3/users/:user_id', 11201, 400],
		['/open-apis/bitable/v1/apps', 230002, 400],
		['/open-apis/hire/v1/jobs', 100000, 400],
	])(
		'gives %s no meaning of the code %d, which other services have',
		async (path, code, status) => {
			const failure = await explain({ code, msg: 'Internal Error' }, path, status);
			expect(failure.message).toBe('Internal Error');
			expect(failure.details.description).toBe(
				`${status === 500 ? 'This is a failure on the side of Lark. Try again later. ' : ''}(Lark code ${code}, log ID 20261121AB)`,
			);
		},
	);

	it('explains a small code by the service that has it', async () => {
		const { message } = await explain({ code: 40009 }, '/open-apis/contact/v3/users');
		expect(message).toMatch(/page size/);
		const old = await explain({ code: 11205 }, '/open-apis/message/v4/batch_send');
		expect(old.message).toMatch(/bot/i);
	});

	it.each([
		[11310, 'element exceeds the limit', /within 200 elements/],
		[100290, 'There is an invalid user resource(at/person) in your card', /Fix the user IDs/],
		[200621, 'parse card json err', /Fix the card JSON syntax/],
		[999999, 'something new', /Correct the card at the place that Lark names/],
		[40009, 'a code that means something else for contacts', /Correct the card at the place/],
	])('gives the advice of the sub-code %d of a card', async (subCode, reason, advice) => {
		const msg = `Failed to create card content, ext=ErrCode: ${subCode}; ErrMsg: ${reason}; ErrorValue: x`;
		const failure = await explain({ code: 230099, msg });
		expect(failure.message).toBe(`Lark cannot make this card: ${reason}`);
		expect(failure.details.description).toMatch(advice);
	});

	it('keeps the words of Lark for a code that is not in the table', async () => {
		expect(await explain({ code: 987654321, msg: 'new trouble' })).toMatchObject({
			message: 'new trouble',
			details: { description: '(Lark code 987654321, log ID 20261121AB)' },
		});
		expect((await explain({ code: 987654321 })).message).toContain('987654321');
	});
});
