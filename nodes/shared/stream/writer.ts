import { AnswerCards } from './answerCards';
import { AnswerPages } from './answerPages';
import { nextOperation, openAgain, type AnswerEnding, type CardOperation } from './operations';
import { CARD_GAP_MS, type StreamPace } from './pace';
import type { AnswerPort } from './port';
import { sendInstead } from './sendInstead';
import { Setbacks } from './setbacks';
import { EMPTY, type ReaderWords } from './words';
import type { WriterClock } from './writerClock';

/** Shows an answer in Lark while it is written, and its end in any case: as cards, or as messages. */
export class AnswerWriter {
	private readonly pages = new AnswerPages();
	private readonly cards: AnswerCards;
	private readonly setbacks: Setbacks;
	/** Takes the stream out of those that share the app's pace. */
	private release?: () => void;
	private text = '';
	private status?: ReaderWords;
	private ending?: AnswerEnding;
	private isMessage = false;
	private isSignDue = false;
	private isRunning = false;
	private running?: Promise<void>;
	private wake = new AbortController();
	private nextAt = 0;
	private wroteAt = -Infinity;

	constructor(
		private readonly port: AnswerPort,
		private readonly clock: WriterClock,
		private readonly pace: StreamPace,
	) {
		this.cards = new AnswerCards(port, clock.now);
		this.setbacks = new Setbacks(this.cards);
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

	/** Lets a process that watches the card know that the answer goes on. Does nothing for a card that nobody watches. */
	keepAlive(): void {
		this.isSignDue = this.cards.areWatched;
		if (this.isSignDue) this.start();
	}

	/** Ends the answer, and resolves when the reader has it. Another `show` begins it again. */
	async end(ending: AnswerEnding): Promise<void> {
		const isEmpty = this.text.trim() === '';
		this.ending = ending === 'complete' && isEmpty ? EMPTY : ending;
		this.start();
		this.wake.abort();
		await this.running;
		this.release?.();
		this.release = undefined;
	}

	private start(): void {
		this.release ??= this.pace.begin();
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
		const { status, ending } = this;
		const wanted = () => ({ pages: this.pages.of(this.text), status, ending });
		const { shown } = this.cards;
		const operation = this.setbacks.first ?? nextOperation(shown, wanted());
		if (operation || !this.isSignDue) return operation;
		const last = shown.length - 1;
		return last >= 0 && !shown[last].ending ? openAgain(last, shown[last]) : undefined;
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
			await this.cards.carryOut(operation);
			this.setbacks.overcome(operation);
			this.isSignDue = false;
			if (operation.kind === 'write') this.wroteAt = startedAt;
		} catch (error) {
			const now = this.clock.now();
			const pause = this.setbacks.suffer(this.port.refusalOf(error), operation, now);
			if (pause !== undefined) {
				this.nextAt = Math.max(this.nextAt, now + pause);
				return;
			}
			this.port.warn(`sends the answer as a message: ${(error as Error).message}`);
			this.isMessage = true;
		}
	}

	private async sendMessage(ending: AnswerEnding): Promise<void> {
		this.ending = undefined;
		try {
			const words = ending === 'complete' ? undefined : ending;
			const isSent = await sendInstead(this.port, this.clock, this.text, words);
			if (isSent) await this.cards.recallAll();
		} catch (error) {
			this.port.warn(`could not take an unfinished answer back: ${(error as Error).message}`);
		}
	}
}
