import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT_OR_USER } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** Pinned messages (im-v1/pin). */

export const createPin = endpoint<Client['im']['v1']['pin']['create']>(
	'POST',
	'/open-apis/im/v1/pins',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:message', 'im:message.pins:write_only', 'im:message:send_as_bot'],
		limit: { kind: 'pin', field: 'message_id', perSecond: 5 },
		doc: 'im-v1/pin/create',
	},
);

export const deletePin = endpoint<Client['im']['v1']['pin']['delete']>(
	'DELETE',
	'/open-apis/im/v1/pins/:message_id',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:message', 'im:message.pins:write_only', 'im:message:send_as_bot'],
		limit: { kind: 'pin', segment: 'message_id', perSecond: 5 },
		doc: 'im-v1/pin/delete',
	},
);

export const listPins = endpoint<Client['im']['v1']['pin']['list']>(
	'GET',
	'/open-apis/im/v1/pins',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:message', 'im:message.pins:read', 'im:message:readonly'],
		doc: 'im-v1/pin/list',
	},
);
