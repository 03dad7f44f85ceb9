import type { IWebhookFunctions } from 'n8n-workflow';

import { holdResponse } from '../../../nodes/LarkTrigger/heldResponse';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** A response that notes what is sent. */
function fakeResponse() {
	const sent: unknown[] = [];
	const response = {
		statusCode: 200,
		status(code: number) {
			response.statusCode = code;
			return response;
		},
		json: (body: unknown) => sent.push(body),
		send: (body: unknown) => sent.push(body),
		end: () => sent.push('end'),
		write: () => true,
		setHeader: () => response,
	};
	return { response: response as unknown as Response, sent };
}

describe('a response that is held back', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	const given = async (act: (response: Response) => void) => {
		const { response, sent } = fakeResponse();
		const held = holdResponse(response);
		act(response);
		await jest.advanceTimersByTimeAsync(1_000);
		expect(sent).toEqual([]);
		return await Promise.race([held.given, Promise.resolve('nothing')]);
	};

	it('tells what n8n wants to send', async () => {
		expect(await given((response) => response.json({ a: 1 }))).toEqual({
			status: 200,
			body: { a: 1 },
		});
		expect(await given((response) => response.status(500).send('no'))).toEqual({
			status: 500,
			body: 'no',
		});
		expect(await given((response) => response.end('bytes'))).toEqual({
			status: 200,
			body: 'bytes',
		});
		expect(await given(() => {})).toBe('nothing');
	});

	it('waits for the body that n8n sends after the end', async () => {
		const late = await given((response) => {
			response.end();
			setTimeout(() => response.json({ toast: {} }), 500);
		});
		expect(late).toEqual({ status: 200, body: { toast: {} } });
	});

	it('has no body when none follows, or when it is streamed', async () => {
		const empty = { status: 200, body: undefined };
		expect(await given((response) => response.end())).toEqual(empty);
		const streamed = await given((response) => {
			response.write('chunk');
			response.end();
		});
		expect(streamed).toEqual(empty);
	});

	it('is sent as the trigger says, and nothing after that', async () => {
		const { response, sent } = fakeResponse();
		const held = holdResponse(response);
		held.send(503, { message: 'later' });
		response.json({ from: 'n8n' });
		expect(sent).toEqual([{ message: 'later' }]);
		expect(response.statusCode).toBe(503);
	});
});
