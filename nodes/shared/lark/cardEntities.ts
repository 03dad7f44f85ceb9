import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT } from '../transport/actAs';
import { endpoint, type EndpointFacts, type TargetLimit } from '../transport/endpoint';

/** Cards that change after they were sent, and stream text (cardkit-v1). */

/** Ten operations a second on one card. */
const perCard: TargetLimit = { kind: 'cardEntity', segment: 'card_id', perSecond: 10 };

const facts = (doc: string): EndpointFacts => ({
	tokens: BOT,
	scopes: ['cardkit:card:write'],
	repeat: 'body.uuid',
	limit: perCard,
	doc,
});

type Cards = Client['cardkit']['v1']['card'];
type Elements = Client['cardkit']['v1']['cardElement'];

export const createCardEntity = endpoint<Cards['create']>('POST', '/open-apis/cardkit/v1/cards', {
	tokens: BOT,
	scopes: ['cardkit:card:write'],
	// One that nobody sends does no harm.
	repeat: 'always',
	doc: 'cardkit-v1/card/create',
});

export const updateCardEntity = endpoint<Cards['update']>(
	'PUT',
	'/open-apis/cardkit/v1/cards/:card_id',
	facts('cardkit-v1/card/update'),
);

export const setCardSettings = endpoint<Cards['settings']>(
	'PATCH',
	'/open-apis/cardkit/v1/cards/:card_id/settings',
	facts('cardkit-v1/card/settings'),
);

export const batchUpdateCard = endpoint<Cards['batchUpdate']>(
	'POST',
	'/open-apis/cardkit/v1/cards/:card_id/batch_update',
	facts('cardkit-v1/card/batch_update'),
);

export const convertCardId = endpoint<Cards['idConvert']>(
	'POST',
	'/open-apis/cardkit/v1/cards/id_convert',
	{
		tokens: BOT,
		scopes: ['cardkit:card:read'],
		repeat: 'always',
		doc: 'historic-version/id_convert',
	},
);

export const addCardElements = endpoint<Elements['create']>(
	'POST',
	'/open-apis/cardkit/v1/cards/:card_id/elements',
	facts('cardkit-v1/card-element/create'),
);

export const replaceCardElement = endpoint<Elements['update']>(
	'PUT',
	'/open-apis/cardkit/v1/cards/:card_id/elements/:element_id',
	facts('cardkit-v1/card-element/update'),
);

export const patchCardElement = endpoint<Elements['patch']>(
	'PATCH',
	'/open-apis/cardkit/v1/cards/:card_id/elements/:element_id',
	facts('cardkit-v1/card-element/patch'),
);

export const deleteCardElement = endpoint<Elements['delete']>(
	'DELETE',
	'/open-apis/cardkit/v1/cards/:card_id/elements/:element_id',
	facts('cardkit-v1/card-element/delete'),
);

export const streamCardText = endpoint<Elements['content']>(
	'PUT',
	'/open-apis/cardkit/v1/cards/:card_id/elements/:element_id/content',
	facts('cardkit-v1/card-element/content'),
);
