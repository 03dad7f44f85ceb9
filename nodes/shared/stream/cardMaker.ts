import { createCardEntity, updateCardEntity } from '../lark/cardEntities';
import type { LarkClient } from '../transport/client';
import { idempotencyKey } from '../transport/idempotency';
import type { TakenCard } from './openCards';
import type { CardVersion, SentCard } from './port';
import { refusalOf, remedyFor } from './refusal';
import { leasedSequence } from './sequence';

/** A card that Lark has and that is to be sent, and when it was there, by Lark's clock. */
export interface MadeCard extends Omit<SentCard, 'messageId'> {
	sequence: number;
	at: number;
	/** What it shows, as JSON. */
	data: string;
}

/** The same for a request that is repeated as it was, and for no other. */
export const uuidOf = ({ cardId, sequence }: CardVersion, content: string): string =>
	idempotencyKey([cardId, sequence, content]);

/** Makes the cards of an answer. One that was not sent yet is kept, so that a page that is tried again has one card. */
export class CardMaker {
	private readonly made = new Map<number, MadeCard>();
	private readonly taken = new Map<number, TakenCard | undefined>();

	/** @param takeCard gives a card that was made before, for its only use */
	constructor(
		private readonly lark: LarkClient,
		private readonly takeCard: (page: number) => TakenCard | undefined,
	) {}

	/**
	 * @param data the card of a page, as JSON
	 * @throws what Lark refuses it with
	 */
	async cardFor(page: number, data: string): Promise<MadeCard> {
		const known = this.made.get(page);
		const card = (known && (await this.renewed(known, data))) ?? (await this.make(page, data));
		this.made.set(page, card);
		return card;
	}

	/** Brings a card that could not be sent to what is to be sent now; undefined when Lark does not take that. */
	private async renewed(card: MadeCard, data: string): Promise<MadeCard | undefined> {
		if (card.data === data) return card;
		const sequence = card.sequence + 1;
		const isFilled = await this.fill({ cardId: card.cardId, sequence }, data);
		return isFilled ? { ...card, sequence, data } : undefined;
	}

	/** The card of a page was sent, which Lark does once: a page that comes again after it was recalled gets another. */
	noteSent(page: number): void {
		this.made.delete(page);
		this.taken.delete(page);
	}

	private async make(page: number, data: string): Promise<MadeCard> {
		if (!this.taken.has(page)) this.taken.set(page, this.takeCard(page));
		const prepared = this.taken.get(page);
		if (prepared !== undefined) {
			const { cardId, watchedFrom } = prepared;
			const version = { cardId, sequence: 1 };
			if (await this.fill(version, data)) {
				const isWatched = watchedFrom !== undefined;
				const least = () => leasedSequence(this.lark.larkTime - Number(watchedFrom));
				return { ...version, data, at: this.lark.larkTime, ...(isWatched && { least }) };
			}
			this.taken.set(page, undefined);
		}
		const body = { type: 'card_json' as const, data };
		const { card_id } = await this.lark.call(createCardEntity, { body });
		return { cardId: String(card_id), sequence: 0, data, at: this.lark.larkTime };
	}

	/** @returns false when Lark does not take the card, which may have expired or been used before */
	private async fill(version: CardVersion, data: string): Promise<boolean> {
		const { cardId, sequence } = version;
		const request = this.lark.call(updateCardEntity, {
			path: { card_id: cardId },
			body: { card: { type: 'card_json', data }, sequence },
			uuid: uuidOf(version, data),
		});
		const error = await request.then(
			() => undefined,
			(thrown: Error) => thrown,
		);
		if (error && remedyFor(refusalOf(error)) === 'later') throw error;
		return !error;
	}
}
