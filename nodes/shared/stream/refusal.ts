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

/** Streaming mode is over, after ten minutes or because somebody has ended it. */
const CLOSED = new Set([200850, 300309, 200510]);

const SEQUENCE = 300317;

/** Limits of the API, the chat and the message service; a card in use; an internal error. */
const PASSING = new Set([99991400, 11232, 11233, 230020, 230049, 200810, 300120]);

/**
 * Judges a refusal.
 *
 * @param code of Lark; undefined when no response came
 * @see cardkit-v1, the error tables of the pages
 */
export function remedyFor(code: number | undefined, httpStatus?: number): Remedy {
	if (code === undefined) return 'later';
	if (CLOSED.has(code)) return 'open';
	if (code === SEQUENCE) return 'sequence';
	const isPassing = PASSING.has(code) || httpStatus === 429 || httpStatus === 503;
	return isPassing ? 'later' : 'message';
}
