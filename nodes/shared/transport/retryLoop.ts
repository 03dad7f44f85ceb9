import type { IN8nHttpFullResponse } from 'n8n-workflow';

import type { Clock, Pacer } from './pace/pacer';
import { ratesOf } from './pace/rates';
import type { PreparedRequest } from './request';
import type { RequestSettings } from './requestSettings';
import type { LarkResponse } from './response';
import { endingOf, endingOfError, isRemoved, waitBefore, type Ending } from './retryPolicy';

/** A response, as it came and as Lark means it. */
export interface Exchange {
	http: IN8nHttpFullResponse;
	body: LarkResponse;
}

/** What a request is sent with, whatever it is. */
export interface RetryConditions {
	pacer: Pacer;
	clock: Clock;
	settings: RequestSettings;
	/** Between 0 and 1. */
	random(): number;
}

/** A request, and how it is sent. */
export interface RetriedRequest {
	request: PreparedRequest;
	/** Whether it does no harm when Lark gets it twice. */
	isRepeatable: boolean;
	/**
	 * Sends the request.
	 *
	 * @param timeoutMs the most that is left of the time for all tries; Infinity for the first one
	 */
	attempt(timeoutMs: number): Promise<Exchange>;
	/**
	 * Lark no longer takes the token.
	 *
	 * @returns whether there is, or will be, another one
	 */
	renewToken(): Promise<boolean>;
}

/** What the last try came to, and how it went on until then. */
export interface Result {
	exchange?: Exchange;
	error?: Error;
	ending: Ending;
	tries: number;
	tookMs: number;
}

const gone = ({ http }: Exchange): Exchange => ({ http, body: { code: 0, data: {} } });

/**
 * Sends a request when it is its turn, and again as long as that is safe and may help: within the
 * number and the time of the settings. Throws the signal's reason,
 * and what stands in the way of a new token.
 */
export async function runWithRetries(
	retried: RetriedRequest,
	conditions: RetryConditions,
): Promise<Result> {
	const { clock, settings, random } = conditions;
	const { tally, signal, maxRetries, maxRetryMs } = settings;
	let start: number | undefined;
	let stale = false;
	let uncertain = false;
	for (let tries = 1; ; tries++) {
		const { error, exchange, ending, sentAt } = await tryOnce(retried, conditions, (now) =>
			start === undefined ? Infinity : start + maxRetryMs - now,
		);
		start ??= sentAt;
		const tookMs = clock.now() - start;
		if (ending.kind === 'stale' && !stale) {
			stale = true;
			if (await retried.renewToken()) continue;
		}
		if (exchange && uncertain && isRemoved(retried.request.endpoint.method, exchange.body)) {
			return { exchange: gone(exchange), ending, tries, tookMs };
		}
		const waitMs = waitBefore(tries - 1, ending, random());
		const isEnd = ending.kind === 'final' || ending.kind === 'stale';
		const isSafe = retried.isRepeatable || ending.kind !== 'uncertain';
		if (isEnd || !isSafe || tries > maxRetries || tookMs + waitMs > maxRetryMs) {
			return { exchange, error, ending, tries, tookMs };
		}
		uncertain ||= ending.kind === 'uncertain';
		tally.retries++;
		await clock.sleep(waitMs, signal);
	}
}

async function tryOnce(
	{ request, attempt }: RetriedRequest,
	{ pacer, clock, settings }: RetryConditions,
	timeLeft: (now: number) => number,
) {
	const { tally, signal } = settings;
	const rates = ratesOf(request);
	const turn = await pacer.turn(rates, settings);
	tally.requests++;
	if (turn.waited > 0) tally.paced++;
	const sentAt = clock.now();
	const { exchange, error } = await attempt(Math.max(1, timeLeft(sentAt))).then(
		(got) => ({ exchange: got, error: undefined }),
		(thrown: Error) => ({ exchange: undefined, error: thrown }),
	);
	signal?.throwIfAborted();
	const ending = exchange ? endingOf(exchange.body, exchange.http) : endingOfError(error as Error);
	if (ending.kind === 'limited') {
		tally.refusals++;
		turn.refused(ending.target ? rates.length - 1 : 0, ending.waitMs);
	} else if (exchange) {
		turn.accepted();
	}
	return { exchange, error, ending, sentAt };
}
