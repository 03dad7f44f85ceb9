import type { JsonObject } from '../content/json';
import type { CardRefusal } from './refusal';
import type { ReaderWords } from './words';

/** What a request about a card carries besides its content. */
export interface CardVersion {
	cardId: string;
	/** Higher than that of every request before. */
	sequence: number;
}

/** A card that has been sent. */
export interface SentCard {
	cardId: string;
	messageId: string;
	/** Of the latest request about it, if there was one. */
	sequence?: number;
	/** What the sequence of the next request is at least, if another process watches the card. */
	least?: () => number;
}

/** What a writer asks of Lark. All throw when Lark has not carried it out. */
export interface AnswerPort {
	/** Makes a card and sends it as the reply for a page; an unfinished one of an earlier run is taken back. */
	send(page: number, card: JsonObject): Promise<SentCard>;
	write(version: CardVersion, elementId: string, content: string): Promise<void>;
	settings(version: CardVersion, settings: JsonObject): Promise<void>;
	change(version: CardVersion, actions: JsonObject[]): Promise<void>;
	recall(messageId: string): Promise<void>;
	/** Sends the whole answer as messages, in place of the cards. */
	sendText(text: string, words: ReaderWords | undefined): Promise<void>;
	refusalOf(error: unknown): CardRefusal;
	warn(text: string): void;
}
