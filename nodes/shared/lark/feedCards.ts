import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** Cards in people's message lists, and what is on top of these (im-v2/app_feed_card, im-v2/groups-bots). */

type Im = Client['im']['v2'];

const WRITE = ['im:app_feed_card:write'];
const PIN = ['im:datasync.feed_card.time_sensitive:write'];

export const createFeedCard = endpoint<Im['appFeedCard']['create']>(
	'POST',
	'/open-apis/im/v2/app_feed_card',
	{ tokens: BOT, scopes: WRITE, rate: { perSecond: 10 }, doc: 'im-v2/app_feed_card/create' },
);

export const updateFeedCards = endpoint<Im['appFeedCardBatch']['update']>(
	'PUT',
	'/open-apis/im/v2/app_feed_card/batch',
	{ tokens: BOT, scopes: WRITE, rate: { perSecond: 10 }, doc: 'im-v2/app_feed_card/update' },
);

export const deleteFeedCards = endpoint<Im['appFeedCardBatch']['delete']>(
	'DELETE',
	'/open-apis/im/v2/app_feed_card/batch',
	{ tokens: BOT, scopes: WRITE, rate: { perSecond: 10 }, doc: 'im-v2/app_feed_card/delete' },
);

/** The path is Lark's own spelling. */
export const pinBotChat = endpoint<Im['feedCard']['botTimeSentive']>(
	'PATCH',
	'/open-apis/im/v2/feed_cards/bot_time_sentive',
	{ tokens: BOT, scopes: PIN, repeat: 'always', doc: 'im-v2/groups-bots/bot_time_sentive' },
);

export const pinGroupChat = endpoint<Im['feedCard']['patch']>(
	'PATCH',
	'/open-apis/im/v2/feed_cards/:feed_card_id',
	{ tokens: BOT, scopes: PIN, repeat: 'always', doc: 'im-v2/groups-bots/patch' },
);

export const updateChatButtons = endpoint<Im['chatButton']['update']>(
	'PUT',
	'/open-apis/im/v2/chat_button',
	{ tokens: BOT, scopes: WRITE, rate: { perSecond: 10 }, doc: 'im-v2/groups-bots/update' },
);
