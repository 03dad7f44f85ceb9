import { assertEntityCard } from '../../../content/entity-card';
import { isObject } from '../../../content/entity-config';
import type { Content } from '../../../content/fields';
import { readBack } from '../../../content/read-back';
import { firstDocumented } from '../../../contract/contract';
import { LarkError } from '../../../contract/lark-error';
import type { CardEntity } from '../../../world/card-entities';
import type { World } from '../../../world/world';
import type { Call } from '../../handler';
import type { Platform } from '../../platform';
import { tooFrequent } from '../../response';

/** At most so many operations on one card in a second, whichever they are. */
const CARD_LIMIT = { perSecond: 10 };

/** What every operation on a card entity has in its body. */
export interface Numbered {
	sequence: number;
	uuid?: string;
}

/**
 * Changes a card entity and the message that shows it. The `sequence` must be higher than that of the change before;
 * a change with a `uuid` is made once.
 *
 * @param change makes the new card from a copy of the present one, which it may change and return
 * @throws LarkError 200740, 200750, 300311, 99991400, 200770, 300317, 200810, or what `change` and the rules of
 *   cards refuse
 */
export function changeEntity(
	call: Call<{ body: Numbered }>,
	platform: Platform,
	change: (card: Content, entity: CardEntity) => Content,
): Record<string, never> {
	const entity = ownEntity(call, platform);
	assertCardRate(platform, entity);
	const { sequence, uuid, ...what } = call.body;
	const deed = JSON.stringify([call.endpoint.id, call.params, what]);
	const before = uuid === undefined ? undefined : entity.done.get(uuid);
	if (before === deed) return {};
	if (before !== undefined) throw new LarkError(200770);
	if (sequence <= entity.sequence) throw new LarkError(300317);
	if (entity.presses > 0) throw new LarkError(200810);
	documented(call, () => {
		const card = change(structuredClone(entity.card), entity);
		if (card.type !== 'template') assertEntityCard(card, platform);
		platform.world.cardEntities.replace(entity, card);
	});
	entity.sequence = sequence;
	if (uuid !== undefined) entity.done.set(uuid, deed);
	showEntity(platform.world, entity);
	return {};
}

/**
 * Runs checks that do not know which API they serve: a code that the API does not document becomes 200220, with the
 * reason.
 *
 * @throws LarkError with a code of the API
 */
export function documented<T>({ endpoint }: Call, run: () => T): T {
	try {
		return run();
	} catch (error) {
		if (!(error instanceof LarkError)) throw error;
		const code = firstDocumented(endpoint, [error.code, 200220, 10002]) ?? error.code;
		throw code === error.code ? error : new LarkError(code, { ext: reasonOf(error) });
	}
}

/** @throws LarkError 10002 for text that is no JSON of an object */
export function parseJsonObject(json: string, field: string): Content {
	const value = parseJson(json, field);
	if (!isObject(value)) throw new LarkError(10002, { ext: `${field} is no JSON of an object` });
	return value;
}

/** @throws LarkError 10002 for text that is no JSON */
export function parseJson(json: string, field: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		throw new LarkError(10002, { ext: `${field} is no JSON` });
	}
}

function ownEntity({ app, params }: Call, { world }: Platform): CardEntity {
	const entity = world.cardEntities.byId(params.card_id);
	if (!entity) throw new LarkError(200740);
	if (world.cardEntities.isExpired(entity)) throw new LarkError(200750);
	if (entity.appId !== app.appId) throw new LarkError(300311);
	return entity;
}

function assertCardRate({ limiter }: Platform, { cardId }: CardEntity): void {
	const verdict = limiter?.check(`card ${cardId}`, CARD_LIMIT);
	if (verdict && !verdict.allowed) throw tooFrequent(verdict);
}

function showEntity(world: World, { card, appId, messageId }: CardEntity): void {
	const message = messageId === undefined ? undefined : world.message(messageId);
	if (!message || message.deleted) return;
	const read = readBack('interactive', card, appId, world);
	world.show(message, { sentContent: JSON.stringify(card), ...read });
}

const reasonOf = ({ code, detail }: LarkError) => detail.ext ?? `code ${code}`;
