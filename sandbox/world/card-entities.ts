import { randomInt } from 'node:crypto';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A card entity can be sent and changed for 14 days (cardkit-v1/card/create.md). */
const LIFETIME_MS = 14 * DAY_MS;

/** Streaming mode ends by itself after this time (cardkit-v1/card-element/content.md). */
const STREAMING_MS = 10 * 60 * 1_000;

/** A card that stands for itself: made first, sent once by its ID, and changed in parts (cardkit-v1/card/create.md). */
export interface CardEntity {
	cardId: string;
	/** The app that made it. */
	appId: string;
	/** Card JSON 2.0, or a template with its variables. */
	card: Record<string, unknown>;
	createTime: number;
	/** Of the latest change; 0 before the first one. */
	sequence: number;
	/** What each `uuid` has changed. */
	done: Map<string, string>;
	/** The message that shows it, once it is sent. */
	messageId?: string;
	/** When its streaming mode was switched on; absent when it is off. */
	streamingSince?: number;
	/** Its streaming mode has ended by itself, and has not been set since. */
	timedOut: boolean;
	/** How many presses of people wait for the app's response. */
	presses: number;
}

/** The card entities of all apps. */
export class CardEntities {
	private readonly known = new Map<string, CardEntity>();

	/** @param now the time in milliseconds */
	constructor(private readonly now: () => number) {}

	add(appId: string, card: CardEntity['card']): CardEntity {
		const entity: CardEntity = {
			cardId: newCardId(),
			appId,
			card: {},
			createTime: this.now(),
			sequence: 0,
			done: new Map(),
			timedOut: false,
			presses: 0,
		};
		this.known.set(entity.cardId, entity);
		this.replace(entity, card);
		return entity;
	}

	/** @returns the entity, after its streaming mode has ended if its time is over */
	byId(cardId: string): CardEntity | undefined {
		const entity = this.known.get(cardId);
		if (entity?.streamingSince !== undefined && this.now() >= endOf(entity.streamingSince)) {
			entity.card = withStreamingMode(entity.card, false);
			entity.streamingSince = undefined;
			entity.timedOut = true;
		}
		return entity;
	}

	isExpired({ createTime }: CardEntity): boolean {
		return this.now() - createTime > LIFETIME_MS;
	}

	/** Puts a card in the place of the present one. Streaming mode that is on already goes on for the rest of its time. */
	replace(entity: CardEntity, card: CardEntity['card']): void {
		const isOn = isStreaming(card);
		if (isOn) entity.streamingSince ??= this.now();
		else entity.streamingSince = undefined;
		if (isOn) entity.timedOut = false;
		entity.card = card;
	}

	/** @returns when the streaming mode of a message's card ends by itself; undefined when it is off */
	streamingUntil(cardId: string): number | undefined {
		const since = this.byId(cardId)?.streamingSince;
		return since === undefined ? undefined : endOf(since);
	}
}

/** @returns whether the card asks for streaming mode */
export function isStreaming({ config }: CardEntity['card']): boolean {
	return (config as { streaming_mode?: unknown } | undefined)?.streaming_mode === true;
}

const endOf = (since: number) => since + STREAMING_MS;

const withStreamingMode = (card: CardEntity['card'], isOn: boolean) => ({
	...card,
	config: { ...(card.config as object | undefined), streaming_mode: isOn },
});

/** 19 digits, as in the examples of the documentation. */
const newCardId = () => `7${randomInt(1e9, 1e10 - 1)}${randomInt(1e7, 1e8 - 1)}`;
