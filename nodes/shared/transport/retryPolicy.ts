import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { LarkFailure } from './failure';
import type { LarkResponse } from './response';

/** How a request ended. */
export type Ending =
	/** Lark has carried it out, or has refused it for good. */
	| { kind: 'final' }
	/** Lark's limits: it was not carried out. `waitMs` is how long Lark wants to be left alone. */
	| { kind: 'limited'; waitMs: number; target: boolean }
	/** Lark no longer takes the token: it was not carried out. */
	| { kind: 'stale' }
	/** It has certainly not reached Lark. */
	| { kind: 'unsent' }
	/** Lark may have carried it out. */
	| { kind: 'uncertain' };

/** Token missing, invalid, of another kind: the gateway refused before the endpoint saw the request. */
const STALE_TOKEN = new Set([99991661, 99991663, 99991664, 99991665, 99991668, 99991671, 99991677]);

/** Limits of the API, of the receiver or chat, and of Lark's message service. */
const API_LIMITED = new Set([99991400, 11232]);
const TARGET_LIMITED = new Set([230020, 11233]);

/** A message with this uuid is being sent just now (im-v1/message/create). */
const STILL_SENDING = 230049;

/** What happens before a connection is made; a name may be unknown for a moment only. */
const UNSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const UNCERTAIN = new Set(['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE']);

const SECOND_MS = 1_000;

/** The header gives whole seconds. A response without it refers to a limit per second. */
function resetOf({ headers }: IN8nHttpFullResponse): number {
	const seconds = Number(headers['x-ogw-ratelimit-reset'] ?? headers['retry-after']);
	return Math.max(1, Number.isFinite(seconds) ? seconds : 1) * SECOND_MS;
}

const isServerError = (status = 0) => status >= 500 && status !== 501;

/**
 * Judges a response in Lark's envelope.
 *
 * @see api-call-guide, "Frequency control": HTTP 429, or 400 at old APIs, with 99991400
 */
export function endingOf({ code }: LarkResponse, http: IN8nHttpFullResponse): Ending {
	if (code === 0) return { kind: 'final' };
	if (STALE_TOKEN.has(code)) return { kind: 'stale' };
	if (code === STILL_SENDING) return { kind: 'uncertain' };
	const target = TARGET_LIMITED.has(code);
	if (target || API_LIMITED.has(code) || http.statusCode === 429) {
		return { kind: 'limited', waitMs: resetOf(http), target };
	}
	return isServerError(http.statusCode) ? { kind: 'uncertain' } : { kind: 'final' };
}

/** The message or chat is not there any more (im-v1/message/delete, group/chat/delete). */
const GONE = new Set([230110, 232009]);

/** Whether a response says that an earlier try, whose response was lost, has deleted the object. */
export const isRemoved = (method: string, { code }: LarkResponse): boolean =>
	method === 'DELETE' && GONE.has(code);

const codeOf = (error: unknown): string => String((error as { code?: string } | undefined)?.code);

/** The failure of a request for a token: the request that needs it has not been sent. */
function endingOfToken({ details, cause }: LarkFailure): Ending {
	const { httpStatus, code } = details;
	const connection = codeOf(cause);
	const passes = isServerError(httpStatus) || httpStatus === 429 || API_LIMITED.has(code ?? 0);
	return passes || UNSENT.has(connection) || UNCERTAIN.has(connection)
		? { kind: 'unsent' }
		: { kind: 'final' };
}

/** Judges what a request has thrown: n8n's error around the connection's, or a body that is not Lark's. */
export function endingOfError(error: Error): Ending {
	if (error instanceof LarkFailure) {
		const { httpStatus } = error.details;
		if (httpStatus === 429) return { kind: 'limited', waitMs: SECOND_MS, target: false };
		return isServerError(httpStatus) ? { kind: 'uncertain' } : { kind: 'final' };
	}
	const { cause } = error;
	if (cause instanceof LarkFailure) return endingOfToken(cause);
	const code = codeOf(cause ?? error);
	if (UNSENT.has(code)) return { kind: 'unsent' };
	return UNCERTAIN.has(code) ? { kind: 'uncertain' } : { kind: 'final' };
}

const FIRST_WAIT_MS = 500;

/**
 * How long to wait before the next try: twice as long each time, at random between half and all of
 * that, so that many do not come back at the same moment; and at least as long as Lark says.
 *
 * @param retries how many there have been
 * @param random from 0 to 1
 */
export function waitBefore(retries: number, ending: Ending, random: number): number {
	const longest = FIRST_WAIT_MS * 2 ** retries;
	const backoff = longest * (0.5 + random / 2);
	return ending.kind === 'limited' ? Math.max(ending.waitMs, backoff) : backoff;
}
