import type { ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import { isObject } from '../objects';

/** An answer to a message, in a workflow, as an app. */
export interface AnswerKey {
	appId: string;
	workflowId: string;
	messageId: string;
}

type TriggerKey = Omit<AnswerKey, 'messageId'>;

/** A card that a trigger of this process remembers. */
interface OpenCard {
	cardId: string;
	trigger: string;
	/** The message that it answers; undefined for a spare one. */
	messageId?: string;
	/** Since when it is here, by `performance.now()`. */
	since: number;
	/** Whether an answer uses it. */
	isTaken: boolean;
	/** When Lark made it, in ms by its clock, if another process watches whether its answer goes on. */
	watchedFrom?: number;
}

/** A card for a page of an answer. */
export interface TakenCard {
	cardId: string;
	/** As of an open card. */
	watchedFrom?: number;
}

/** How long an execution may take to begin its answer, in ms. */
const UNUSED_MS = 60 * 60 * 1_000;

/** How long an answer may take, in ms: one whose execution fails before the model writes has no end. */
const LONGEST_MS = 24 * 60 * 60 * 1_000;

/** How old a spare card may be, in ms; Lark deletes one after 14 days (cardkit-v1/card/create). */
const SPARE_MS = 7 * 24 * 60 * 60 * 1_000;

/** How many cards an answer of 100 KB takes besides its first. */
const SPARES = 3;

/** How many cards a trigger remembers. */
const MOST = 100;

/** By their IDs. */
const open = new Map<string, OpenCard>();

const nameOf = ({ appId, workflowId }: TriggerKey) => [appId, workflowId].join(':');

function dropOld(now: number): void {
	for (const [cardId, { since, isTaken, messageId }] of open) {
		const unused = messageId === undefined ? SPARE_MS : UNUSED_MS;
		if (since < now - (isTaken ? LONGEST_MS : unused)) open.delete(cardId);
	}
}

const cardsOf = (key: TriggerKey): OpenCard[] =>
	[...open.values()].filter(({ trigger }) => trigger === nameOf(key));

const sparesOf = (key: TriggerKey): OpenCard[] =>
	cardsOf(key).filter(({ messageId, isTaken }) => messageId === undefined && !isTaken);

/**
 * Keeps a card for an answer of this process.
 *
 * @param key with a message for the card that begins its answer; without one, for any further card
 */
export function keepCard(
	key: TriggerKey & Partial<AnswerKey>,
	{ cardId, watchedFrom }: TakenCard,
): void {
	const since = performance.now();
	dropOld(since);
	const { messageId } = key;
	open.set(cardId, { cardId, trigger: nameOf(key), messageId, since, isTaken: false, watchedFrom });
}

/** Remembers the cards of a trigger beyond the end of this process: n8n writes its static data with the event. */
export function rememberCards(
	context: ITriggerFunctions | IWebhookFunctions,
	key: TriggerKey,
): void {
	const cards = cardsOf(key);
	// Of many events that nobody answers, those before the latest ones go first.
	const isIdle = (card: OpenCard) => card.messageId !== undefined && !card.isTaken;
	const kept = [...cards.filter(isIdle), ...cards.filter((card) => !isIdle(card))].slice(-MOST);
	context.getWorkflowStaticData('node').answers = kept.map((card) => card.cardId);
}

/** How many spare cards a trigger lacks, so that a long answer has enough. */
export const missingSpares = (key: TriggerKey): number =>
	Math.max(0, SPARES - sparesOf(key).length);

/**
 * Takes a card that was made before, for its only use.
 *
 * @param page of the answer, from 0
 */
export function takeCard(key: AnswerKey, page: number): TakenCard | undefined {
	dropOld(performance.now());
	const isFirst = ({ messageId, isTaken }: OpenCard) => messageId === key.messageId && !isTaken;
	const prepared = page === 0 ? cardsOf(key).find(isFirst) : undefined;
	const card = prepared ?? sparesOf(key)[0];
	if (card) card.isTaken = true;
	return card;
}

/** Whether no answer of this process uses a card, or has. */
export const isUnused = (cardId: string): boolean => open.get(cardId)?.isTaken === false;

/** The answer on a card is complete. */
export function closeCard(cardId: string): void {
	open.delete(cardId);
}

/** The cards that the trigger remembers of a process before this one. */
export function cardsLeftBehind(staticData: unknown): string[] {
	const ids = isObject(staticData) && Array.isArray(staticData.answers) ? staticData.answers : [];
	return ids.map(String).filter((cardId) => !open.has(cardId));
}
