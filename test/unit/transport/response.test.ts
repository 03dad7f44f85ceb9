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

describe('failureOf', () => {
	const explain = async (body: { code: number; msg?: string; error?: object }) =>
		await failureOf(body as never, response(body) as never);

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
		expect(failure.details.description).toContain('receive_id: is required');
	});

	it('keeps the words of Lark for a code that is not in the table', async () => {
		expect(await explain({ code: 987654321, msg: 'new trouble' })).toMatchObject({
			message: 'new trouble',
			details: { description: '(Lark code 987654321, log ID 20261121AB)' },
		});
		expect((await explain({ code: 987654321 })).message).toContain('987654321');
	});
});
