import type { AnswerCards } from './answerCards';
import { openAgain, type CardOperation } from './operations';
import { remedyFor, type CardRefusal, type Remedy } from './refusal';

/** How long an operation is tried again; then the answer becomes a message. */
export const PATIENCE_MS = 60_000;

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

/** How often the streaming mode is started in vain. */
const OPENINGS = 5;

/** What is done about a refusal when there is no card yet that could be opened. */
function beforeCard(refusal: CardRefusal): Remedy {
	const remedy = remedyFor(refusal);
	return remedy === 'message' ? remedy : 'later';
}

/** @returns how long to wait when something has failed so many times before */
export const pauseAfter = (times: number): number =>
	Math.min(FIRST_PAUSE_MS * 2 ** times, LONGEST_PAUSE_MS);

/** What Lark has not carried out, and what is done about it. */
export class Setbacks {
	/** Since when something fails, and how often it has. */
	private trying?: { since: number; times: number };
	/** Lark may have carried it out: it is repeated as it was. */
	private uncertain?: CardOperation;
	/** The card whose streaming mode Lark has ended. */
	private closed?: number;

	constructor(private readonly cards: AnswerCards) {}

	/** What has to be done before anything else. */
	get first(): CardOperation | undefined {
		if (this.uncertain) return this.uncertain;
		if (this.closed === undefined) return undefined;
		return openAgain(this.closed, this.cards.shown[this.closed]);
	}

	/** Lark has carried an operation out. */
	overcome({ kind }: CardOperation): void {
		this.uncertain = undefined;
		if (kind === 'settings') this.closed = undefined;
		else this.trying = undefined;
	}

	/**
	 * Lark has not carried an operation out.
	 *
	 * @returns how long to wait before the next one, in ms; undefined when cards are given up
	 */
	suffer(refusal: CardRefusal, operation: CardOperation, now: number): number | undefined {
		const { page, kind } = operation;
		const hasCard = this.cards.shown[page] !== undefined;
		const remedy = hasCard ? remedyFor(refusal) : beforeCard(refusal);
		const { since, times } = this.trying ?? { since: now, times: 0 };
		this.trying = { since, times: times + 1 };
		if (remedy === 'sequence' && this.uncertain) {
			this.cards.confirm(operation);
			this.overcome(operation);
			return 0;
		}
		const isVain = kind === 'recall' || now - since > PATIENCE_MS;
		if (remedy === 'message' || isVain || (remedy === 'open' && times >= OPENINGS)) {
			return undefined;
		}
		this.uncertain = refusal.code === undefined ? operation : undefined;
		if (remedy === 'open') {
			this.closed = page;
			this.cards.noteClosed(page);
		}
		if (remedy === 'sequence') this.cards.raiseSequence(page, times);
		return remedy === 'later' ? pauseAfter(times) : 0;
	}
}
