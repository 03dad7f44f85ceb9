import { cardIdIn } from '../../../content/card';
import type { Content } from '../../../content/fields';
import { parseContent, parseObject } from '../../../content/parse';
import { badCard, NOT_POSSIBLE } from '../../../content/refusals';
import type { CardEntity } from '../../../world/card-entities';
import type { Call } from '../../handler';
import type { Platform } from '../../platform';

/** The content of a message that is sent. */
export interface SentContent {
	content: Content;
	/** JSON */
	sentContent: string;
	/** The card entity that it names. */
	entity?: CardEntity;
}

/**
 * Reads the content of a new message: a card entity that it names becomes the card.
 *
 * @throws LarkError as `parseContent`, and 230099 for a card entity that does not exist, has expired, is of
 *   another app, or was sent already
 */
export function readSent(
	call: Call,
	platform: Platform,
	{ msg_type: msgType, content: json }: { msg_type: string; content: string },
): SentContent {
	const cardId = msgType === 'interactive' ? cardIdIn(parseObject(json), platform) : undefined;
	if (cardId === undefined) {
		return { content: parseContent(msgType, json, platform), sentContent: json };
	}
	const { cardEntities } = platform.world;
	const entity = cardEntities.byId(cardId);
	if (!entity || cardEntities.isExpired(entity) || entity.appId !== call.app.appId) {
		throw badCard(NOT_POSSIBLE, 'cardid is invalid');
	}
	if (entity.messageId !== undefined) throw badCard(NOT_POSSIBLE, 'cardid has been sent');
	return { content: entity.card, sentContent: JSON.stringify(entity.card), entity };
}
