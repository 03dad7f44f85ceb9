import type { ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import { isObject } from '../objects';

/** A card for an answer that this process shows. */
export interface OpenCard {
	cardId: string;
	/** Since when it is here, by `performance.now()`. */
	since: number;
	/** Whether its answer has begun. */
	isTaken: boolean;
}

/** An answer to a message, in a workflow, as an app. */
export interface AnswerKey {
	appId: string;
	workflowId: string;
	messageId: string;
}

/** How long an execution may take to begin its answer, in ms. */
const UNUSED_MS = 60 * 60 * 1_000;

/** How long an answer may take, in ms: one whose execution fails before the model writes has no end. */
const LONGEST_MS = 24 * 60 * 60 * 1_000;

/** How many cards a trigger remembers. */
const MOST = 100;

/** By answer. */
const open = new Map<string, OpenCard>();

const keyOf = ({ appId, workflowId, messageId }: AnswerKey) =>
	[appId, workflowId, messageId].join(':');

/**
 * Remembers a card that was made for an answer, also beyond the end of this process: n8n writes the trigger's static
 * data with the event.
 */
export function rememberCard(
	context: ITriggerFunctions | IWebhookFunctions,
	key: AnswerKey,
	cardId: string,
): void {
	const since = performance.now();
	for (const [other, card] of open) {
		if (card.since < since - (card.isTaken ? LONGEST_MS : UNUSED_MS)) open.delete(other);
	}
	open.set(keyOf(key), { cardId, since, isTaken: false });
	const prefix = keyOf({ ...key, messageId: '' });
	const own = [...open].filter(([other]) => other.startsWith(prefix));
	const ids = own.map(([, card]) => card.cardId).slice(-MOST);
	context.getWorkflowStaticData('node').answers = ids;
}

/** Takes the card that was made for an answer, for its first use. */
export function takeCard(key: AnswerKey): OpenCard | undefined {
	const card = open.get(keyOf(key));
	if (!card || card.isTaken) return undefined;
	card.isTaken = true;
	return card;
}

/** The answer on a card is complete. */
export function closeCard(cardId: string): void {
	for (const [key, card] of open) if (card.cardId === cardId) open.delete(key);
}

/** The cards that the trigger remembers of a process before this one. */
export function cardsLeftBehind(staticData: unknown): string[] {
	const ids = isObject(staticData) && Array.isArray(staticData.answers) ? staticData.answers : [];
	const here = new Set([...open.values()].map(({ cardId }) => cardId));
	return ids.map(String).filter((cardId) => !here.has(cardId));
}
