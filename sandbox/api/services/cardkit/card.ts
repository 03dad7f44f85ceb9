import { isTemplate } from '../../../content/card';
import { assertEntityCard } from '../../../content/entity-card';
import { changeSettings } from '../../../content/entity-config';
import type { Content } from '../../../content/fields';
import { LarkError } from '../../../contract/lark-error';
import { isCaller } from '../../caller';
import { handler, type HandlerTable } from '../../handler';
import type { Platform } from '../../platform';
import { runAction } from './actions';
import { changeEntity, documented, parseJson, parseJsonObject, type Numbered } from './entity';

interface NewCard {
	type: 'card_json' | 'template';
	data: string;
}

/** cardkit-v1/card/create.md */
const create = handler<{ body: NewCard }>((call, platform) => {
	const card = documented(call, () => cardOf(call.body, platform));
	return { card_id: platform.world.cardEntities.add(call.app.appId, card).cardId };
});

/** cardkit-v1/card/update.md */
const update = handler<{ body: Numbered & { card: NewCard } }>((call, platform) =>
	changeEntity(call, platform, () => cardOf(call.body.card, platform)),
);

/** cardkit-v1/card/settings.md */
const settings = handler<{ body: Numbered & { settings: string } }>((call, platform) =>
	changeEntity(call, platform, (card) => {
		changeSettings(card, parseJsonObject(call.body.settings, 'settings'), platform);
		return card;
	}),
);

/** cardkit-v1/card/batch_update.md: all actions are made, or none. */
const batchUpdate = handler<{ body: Numbered & { actions: string } }>((call, platform) =>
	changeEntity(call, platform, (card) => {
		const actions = parseJson(call.body.actions, 'actions');
		if (!Array.isArray(actions) || actions.length === 0) {
			throw new LarkError(10002, { ext: 'actions are no list' });
		}
		for (const action of actions) runAction(card, action, platform);
		return card;
	}),
);

/** historic-version/id_convert.md: a card 2.0 that was sent as JSON becomes a card entity. */
const convertId = handler<{ body: { message_id: string } }>(({ app, body, ...call }, { world }) => {
	const message = world.message(body.message_id);
	if (!message || message.deleted) throw new LarkError(99992354, { subject: body.message_id });
	const isOwn = isCaller({ ...call, app }, message.sender);
	const card = JSON.parse(message.sentContent) as Content;
	if (!isOwn || message.msgType !== 'interactive' || card.schema !== '2.0') {
		throw new LarkError(9499, { ext: 'the message is no card JSON 2.0 of this app' });
	}
	if (message.cardId) return { card_id: message.cardId };
	const entity = world.cardEntities.add(app.appId, card);
	entity.messageId = message.messageId;
	message.cardId = entity.cardId;
	return { card_id: entity.cardId };
});

export const cardkitHandlers: HandlerTable = {
	'cardkit.v1.card.create': create,
	'cardkit.v1.card.update': update,
	'cardkit.v1.card.settings': settings,
	'cardkit.v1.card.batch_update': batchUpdate,
	'cardkit.v1.card.id_convert': convertId,
};

function cardOf({ type, data }: NewCard, platform: Platform): Content {
	const card = parseJsonObject(data, 'data');
	if (type === 'template') {
		const template = { type, data: card };
		if (!isTemplate(template, platform)) throw new LarkError(200220, { ext: 'no such template' });
		return template;
	}
	assertEntityCard(card, platform);
	return card;
}
