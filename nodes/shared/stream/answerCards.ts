import { ANSWER } from './answerCard';
import type { CardOperation, ShownCard } from './operations';
import type { AnswerPort, CardVersion, SentCard } from './port';
import { nextSequence, raisedSequence } from './sequence';

/** Streaming mode is renewed before its ten minutes are over. */
const RENEW_MS = 9 * 60 * 1_000;

interface Card extends ShownCard, SentCard {
	sequence: number;
	streamsSince: number;
}

/** The sequence of the next request about a card. */
const numberOf = ({ sequence, least }: Card, { after }: CardOperation): number =>
	nextSequence(sequence, after.ending !== undefined, least?.());

/** The cards of an answer: what each shows, and the requests that change it. */
export class AnswerCards {
	private readonly cards: Card[] = [];

	constructor(
		private readonly port: AnswerPort,
		private readonly now: () => number,
	) {}

	/** What the cards show, as Lark has them. */
	get shown(): readonly ShownCard[] {
		const last = this.cards.at(-1);
		if (last) last.isDue = last.isStreaming && this.now() - last.streamsSince > RENEW_MS;
		return this.cards;
	}

	/** Whether another process watches the latest card. */
	get areWatched(): boolean {
		return this.cards.at(-1)?.least !== undefined;
	}

	/** @throws what Lark refuses it with */
	async carryOut(operation: CardOperation): Promise<void> {
		const { page, after } = operation;
		const card = this.cards[page];
		if (operation.kind === 'send') {
			const sent = await this.port.send(page, operation.card);
			this.cards[page] = { sequence: 0, ...after, ...sent, streamsSince: this.now() };
		} else if (operation.kind === 'recall') {
			await this.port.recall(card.messageId);
			this.cards.pop();
		} else {
			const sequence = numberOf(card, operation);
			const version: CardVersion = { cardId: card.cardId, sequence };
			if (operation.kind === 'write') await this.port.write(version, ANSWER, operation.content);
			else if (operation.kind === 'change') await this.port.change(version, operation.actions);
			else await this.port.settings(version, operation.settings);
			card.sequence = sequence;
			this.note(operation);
		}
	}

	/** Lark has carried an operation out although its response was lost. */
	confirm(operation: CardOperation): void {
		const card = this.cards[operation.page];
		card.sequence = numberOf(card, operation);
		this.note(operation);
	}

	/** Lark knows a higher sequence. */
	raiseSequence(page: number, times: number): void {
		const card = this.cards[page];
		card.sequence = raisedSequence(card.sequence, times);
	}

	/** Takes all cards back, which show a part of the answer at most. */
	async recallAll(): Promise<void> {
		for (const { messageId } of this.cards.splice(0)) await this.port.recall(messageId);
	}

	/** Lark has ended the streaming mode of a card. */
	noteClosed(page: number): void {
		this.cards[page].isStreaming = false;
	}

	private note({ page, after }: CardOperation): void {
		const { text, status, isStreaming, ending } = after;
		const card = this.cards[page];
		// What is on and is switched on again keeps its time.
		if (isStreaming && !card.isStreaming) card.streamsSince = this.now();
		Object.assign(card, { text, status, isStreaming, ending });
	}
}
