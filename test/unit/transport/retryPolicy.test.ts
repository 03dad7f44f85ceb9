import type { IHttpRequestMethods } from 'n8n-workflow';

import { endpointFor } from '../../../nodes/shared/lark/find';
import { LarkFailure } from '../../../nodes/shared/transport/failure';
import { Pacer } from '../../../nodes/shared/transport/pace/pacer';
import { runWithRetries, type Exchange } from '../../../nodes/shared/transport/retryLoop';
import { waitBefore } from '../../../nodes/shared/transport/retryPolicy';
import { newFileSlots, newTally } from '../../../nodes/shared/transport/requestSettings';
import { ManualClock } from './manualClock';

const PATH = '/open-apis/im/v1/messages/om_1';

const answered = (code: number, statusCode = 200, headers = {}): Exchange => ({
	http: { statusCode, headers, body: {} },
	body: { code },
});
const broken = (code: string) =>
	new Error('n8n', { cause: Object.assign(new Error(code), { code }) });
const noToken = (cause: Error) => new Error('n8n', { cause: new LarkFailure('x', {}, { cause }) });

/** Sends a request to which Lark answers in this way, one after the other. */
async function send(
	answers: Array<Exchange | Error>,
	given: {
		repeatable?: boolean;
		method?: IHttpRequestMethods;
		maxRetries?: number;
		maxRetryMs?: number;
	} = {},
) {
	const { repeatable = true, method = 'POST', maxRetries = 5, maxRetryMs = 60_000 } = given;
	const clock = new ManualClock();
	const tally = newTally();
	const timeouts: number[] = [];
	let renewals = 0;
	const start = clock.now();
	const result = runWithRetries(
		{
			request: { endpoint: endpointFor(method, PATH), path: PATH },
			isRepeatable: repeatable,
			renewToken: async () => ++renewals > 0,
			async attempt(timeoutMs) {
				timeouts.push(timeoutMs);
				const next = answers.length > 1 ? answers.shift() : answers[0];
				if (next instanceof Error) throw next;
				return next as Exchange;
			},
		},
		{
			pacer: new Pacer(clock),
			clock,
			settings: { maxRetries, maxRetryMs, keepsLimits: true, files: newFileSlots(), tally },
			random: () => 1,
		},
	);
	await clock.run();
	return { ...(await result), tally, timeouts, renewals, ms: clock.now() - start };
}

const FINE = answered(0);

describe('a request', () => {
	it.each([
		['a rate limit', answered(99991400, 429), true],
		['a rate limit of an old API', answered(99991400, 400), true],
		['the limit of a receiver', answered(230020, 400), true],
		['the limit of the message service', answered(11232, 400), true],
		['the limit of a chat', answered(11233, 400), true],
		['a refused connection', broken('ECONNREFUSED'), true],
		['a name that cannot be looked up', broken('EAI_AGAIN'), true],
		['no token, since the connection broke', noToken(broken('ECONNRESET').cause as Error), true],
		['a server error', answered(1, 500), false],
		["a proxy's error page", new LarkFailure('x', { httpStatus: 502 }), false],
		['a broken connection', broken('ECONNRESET'), false],
		['no answer in time', broken('ECONNABORTED'), false],
	])('is sent again after %s', async (_name, first, evenUnprotected) => {
		expect((await send([first, FINE])).exchange).toBe(FINE);
		const { tries } = await send([first, FINE], { repeatable: false });
		expect(tries).toBe(evenUnprotected ? 2 : 1);
	});

	it.each([
		['a refusal', answered(230002, 400)],
		['a wrong certificate', broken('CERT_HAS_EXPIRED')],
		['an answer that is not from Lark', new LarkFailure('x', { httpStatus: 404 })],
	])('is not sent again after %s', async (_name, first) => {
		expect((await send([first, FINE])).tries).toBe(1);
	});

	it('waits as long as Lark says', async () => {
		const headers = { 'x-ogw-ratelimit-reset': '17' };
		const { ms, tally } = await send([answered(99991400, 429, headers), FINE]);
		expect(ms).toBe(17_000);
		expect(tally).toMatchObject({ requests: 2, retries: 1, refusals: 1 });
	});

	it('waits twice as long each time, up to the number of tries', async () => {
		const { tries, ms, ending } = await send([answered(1, 503)], { maxRetries: 4 });
		expect([tries, ms]).toEqual([5, 500 + 1_000 + 2_000 + 4_000]);
		expect(ending.kind).toBe('uncertain');
	});

	it('is given up before the time is over, and has no more than the rest of it', async () => {
		const { ms, timeouts } = await send([answered(1, 503)], { maxRetryMs: 5_000, maxRetries: 20 });
		expect(ms).toBe(3_500);
		expect(timeouts).toEqual([Infinity, 4_500, 3_500, 1_500]);
	});

	it('gets one new token, which is no retry', async () => {
		const stale = answered(99991663, 400);
		expect(await send([stale, FINE], { maxRetries: 0 })).toMatchObject({ tries: 2, renewals: 1 });
		expect(await send([stale])).toMatchObject({ tries: 2, renewals: 1, exchange: stale });
	});

	it('has removed what is gone after a lost answer', async () => {
		const gone = answered(230110, 400);
		const { exchange } = await send([broken('ECONNRESET'), gone], { method: 'DELETE' });
		expect(exchange?.body.code).toBe(0);
		expect((await send([gone], { method: 'DELETE' })).exchange).toBe(gone);
	});
});

it('the wait is at random between half and all of it', () => {
	expect(waitBefore(3, { kind: 'uncertain' }, 0)).toBe(2_000);
	expect(waitBefore(3, { kind: 'uncertain' }, 1)).toBe(4_000);
});
