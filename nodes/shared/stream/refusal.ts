import { NodeApiError } from 'n8n-workflow';

/** What a writer does about an operation that Lark has not carried out. */
export type Remedy =
	/** Lark's limits, a person who uses the card right now, or the network: later, with the text of then. */
	| 'later'
	/** Start the streaming mode again. */
	| 'open'
	/** The card has had a higher sequence. */
	| 'sequence'
	/** Lark does not show this card, now or later: the answer becomes a message. */
	| 'message';

/** A refusal of Lark; without a code, no response has come. */
export interface CardRefusal {
	code?: number;
	httpStatus?: number;
}

/** Streaming mode is over, after ten minutes or because somebody has ended it. */
const CLOSED = new Set([200850, 300309, 200510]);

const SEQUENCE = 300317;

/** Limits of the API, the chat and the message service; a card in use; an internal error. */
const PASSING = new Set([99991400, 11232, 11233, 230020, 230049, 200810, 300120]);

/** Reads what a request was refused with. */
export function refusalOf(error: unknown): CardRefusal {
	const details = error instanceof NodeApiError ? error.errorResponse : undefined;
	const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);
	return { code: numberOf(details?.code), httpStatus: numberOf(details?.httpStatus) };
}

/**
 * Judges a refusal.
 *
 * @see cardkit-v1, the error tables of the pages
 */
export function remedyFor({ code, httpStatus }: CardRefusal): Remedy {
	if (code === undefined) return 'later';
	if (CLOSED.has(code)) return 'open';
	if (code === SEQUENCE) return 'sequence';
	const isPassing = PASSING.has(code) || httpStatus === 429 || httpStatus === 503;
	return isPassing ? 'later' : 'message';
}
