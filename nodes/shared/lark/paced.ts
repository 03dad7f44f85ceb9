import { BOT } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** Endpoints that no operation calls, and whose limits differ from the usual ones: API Request keeps to them. */

export const updateUrlPreviews = endpoint('POST', '/open-apis/im/v2/url_previews/batch_update', {
	tokens: BOT,
	scopes: ['im:url_preview.update'],
	rate: { perSecond: 5 },
	doc: 'im-v1/url_preview/batch_update',
});

export const updateChatButtons = endpoint('PUT', '/open-apis/im/v2/chat_button', {
	tokens: BOT,
	scopes: ['im:app_feed_card:write'],
	rate: { perSecond: 10 },
	doc: 'im-v2/groups-bots/update',
});

export const querySessions = endpoint('POST', '/open-apis/passport/v1/sessions/query', {
	tokens: BOT,
	scopes: ['passport:session_mask:readonly'],
	rate: { perMinute: 10 },
	doc: 'authentication-management/login-state-management/query',
});
