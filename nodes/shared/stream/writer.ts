import { ANSWER } from './answerCard';
import {
	nextOperation,
	openAgain,
	type AnswerEnding,
	type CardOperation,
	type ShownCard,
} from './operations';
import { CARD_GAP_MS, type StreamPace } from './pace';
import { AnswerPages } from './answerPages';
import type { AnswerPort, CardVersion, SentCard } from './port';
import { remedyFor, type Remedy } from './refusal';
import { EMPTY, type ReaderWords } from './words';

/** Time, as the writer sees it; in ms. */
export interface WriterClock {
	now(): number;
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Streaming mode is renewed before its ten minutes are over. */
const RENEW_MS = 9 * 60 * 1_000;

/** How long an operation is tried again; then the answer becomes a message. */
const PATIENCE_MS = 60_000;

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

/** How often the streaming mode is started in vain. */
const OPENINGS = 5;

/** How far the sequence goes up when Lark knows a higher one; each time eight times as far. */
const SEQUENCE_STEP = 1_000;

/** What is done about a refusal when there is no card yet that could be opened. */
function beforeCard(code: number | undefined, httpStatus: number | undefined): Remedy {
	const remedy = remedyFor(code, httpStatus);
	return remedy === 'message' ? remedy : 'later';
}

interface Card extends ShownCard, SentCard {
	sequence: number;
	streamsSince: number;
}

/** Shows an answer in Lark while it is written, and its end in any case: as cards, or as messages. */
export class AnswerWriter {
	private readonly pages = new AnswerPages();
	private readonly cards: Card[] = [];
	private readonly release: () => void;
	private text = '';
	private status?: ReaderWords;
	private ending?: AnswerEnding;
	private isMessage = false;
	private isRunning = false;
	private running?: Promise<void>;
	private wake = new AbortController();
	private nextAt = 0;
	private wroteAt = -Infinity;
	/** Since when something fails, and how often it has. */
	private trying?: { since: number; times: number };
	/** Lark may have carried it out: it is repeated as it was. */
	private uncertain?: CardOperation;
	/** The card whose streaming mode Lark has ended. */
	private closed?: number;

	constructor(
		private readonly port: AnswerPort,
		private readonly clock: WriterClock,
		private readonly pace: StreamPace,
	) {
		this.release = pace.begin();
	}

	/**
	 * Shows more. Returns at once.
	 *
	 * @param text all of it so far
	 * @param status the line below it
	 */
	show(text: string, status?: ReaderWords): void {
		this.text = text;
		this.status = status;
		this.ending = undefined;
		this.start();
	}

	/** Ends the answer, and resolves when the reader has it. Another `show` begins it again. */
	async end(ending: AnswerEnding): Promise<void> {
		const isEmpty = this.text.trim() === '';
		this.ending = ending === 'complete' && isEmpty ? EMPTY : ending;
		this.start();
		this.wake.abort();
		await this.running;
		this.release();
	}

	private start(): void {
		if (this.isRunning) return;
		this.isRunning = true;
		this.running = this.run();
	}

	private async run(): Promise<void> {
		try {
			while (!this.isMessage) {
				const operation = this.next();
				if (!operation) return;
				if (await this.hasWaited(operation)) await this.carryOut(operation);
			}
			if (this.ending) await this.sendMessage(this.ending);
		} catch (error) {
			this.port.warn(`could not go on with the answer: ${(error as Error).message}`);
		} finally {
			this.isRunning = false;
		}
	}

	private next(): CardOperation | undefined {
		if (this.uncertain) return this.uncertain;
		const last = this.cards.at(-1);
		if (last && this.clock.now() - last.streamsSince > RENEW_MS) last.isStreaming = false;
		if (this.closed !== undefined) return openAgain(this.closed, this.cards[this.closed]);
		const pages = this.pages.of(this.text);
		return nextOperation(this.cards, { pages, status: this.status, ending: this.ending });
	}

	/** @returns false when it has waited, so that the operation is chosen anew */
	private async hasWaited({ kind }: CardOperation): Promise<boolean> {
		const isGrowing = kind === 'write' && !this.ending;
		const at = Math.max(this.nextAt, isGrowing ? this.wroteAt + this.pace.gapMs : 0);
		const left = at - this.clock.now();
		if (left <= 0) return true;
		this.wake = new AbortController();
		await this.clock.sleep(left, this.wake.signal).catch(() => undefined);
		return false;
	}

	private async carryOut(operation: CardOperation): Promise<void> {
		const startedAt = this.clock.now();
		this.nextAt = startedAt + CARD_GAP_MS;
		try {
			await this.request(operation);
			this.done(operation);
			if (operation.kind === 'write') this.wroteAt = startedAt;
		} catch (error) {
			this.handle(error as Error, operation);
		}
	}

	private async request(operation: CardOperation): Promise<void> {
		const { page } = operation;
		const card = this.cards[page];
		if (operation.kind === 'send') {
			const sent = await this.port.send(page, operation.card);
			const streamsSince = this.clock.now();
			this.cards[page] = { ...operation.after, ...sent, sequence: 0, streamsSince };
		} else if (operation.kind === 'recall') {
			await this.port.recall(card.messageId);
			this.cards.pop();
		} else {
			const version: CardVersion = { cardId: card.cardId, sequence: card.sequence + 1 };
			if (operation.kind === 'write') await this.port.write(version, ANSWER, operation.content);
			else if (operation.kind === 'change') await this.port.change(version, operation.actions);
			else await this.port.settings(version, operation.settings);
			card.sequence = version.sequence;
		}
	}

	/** Notes that Lark has carried it out. */
	private done({ kind, page, after }: CardOperation): void {
		const { text, status, isStreaming, ending } = after;
		this.uncertain = undefined;
		const card = this.cards[page];
		if (kind === 'settings') {
			card.streamsSince = this.clock.now();
			this.closed = undefined;
		} else this.trying = undefined;
		if (card) Object.assign(card, { text, status, isStreaming, ending });
	}

	private handle(error: Error, operation: CardOperation): void {
		const { code, httpStatus } = this.port.codeOf(error);
		const card = this.cards[operation.page];
		const remedy = card ? remedyFor(code, httpStatus) : beforeCard(code, httpStatus);
		const now = this.clock.now();
		const { since, times } = this.trying ?? { since: now, times: 0 };
		this.trying = { since, times: times + 1 };
		if (remedy === 'sequence' && this.uncertain) {
			card.sequence++;
			return this.done(operation);
		}
		const isVain = operation.kind === 'recall' || now - since > PATIENCE_MS;
		if (remedy === 'message' || isVain || (remedy === 'open' && times >= OPENINGS)) {
			this.port.warn(`sends the answer as a message: ${error.message}`);
			this.isMessage = true;
			return;
		}
		this.uncertain = code === undefined ? operation : undefined;
		if (remedy === 'open') this.closed = operation.page;
		if (remedy === 'sequence') card.sequence += SEQUENCE_STEP * 8 ** times;
		if (remedy === 'later') {
			this.nextAt = now + Math.min(FIRST_PAUSE_MS * 2 ** times, LONGEST_PAUSE_MS);
		}
	}

	/** In place of the cards, which show a part of it at most. */
	private async sendMessage(ending: AnswerEnding): Promise<void> {
		this.ending = undefined;
		try {
			const isSent = await this.sendInsistently(ending === 'complete' ? undefined : ending);
			if (!isSent) return;
			for (const { messageId } of this.cards.splice(0)) await this.port.recall(messageId);
		} catch (error) {
			this.port.warn(`could not take an unfinished answer back: ${(error as Error).message}`);
		}
	}

	/** @returns false when it is refused for good, or for too long */
	private async sendInsistently(words: ReaderWords | undefined): Promise<boolean> {
		const until = this.clock.now() + PATIENCE_MS;
		for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
			const error = await this.port.sendText(this.text, words).then(
				() => undefined,
				(thrown: Error) => thrown,
			);
			if (!error) return true;
			const { code, httpStatus } = this.port.codeOf(error);
			if (remedyFor(code, httpStatus) !== 'later' || this.clock.now() > until) {
				this.port.warn(`could not send the answer: ${error.message}`);
				return false;
			}
			await this.clock.sleep(pause);
		}
	}
}
