import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT_OR_USER } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** Reactions to messages (im-v1/message-reaction). */

export const createReaction = endpoint<Client['im']['v1']['messageReaction']['create']>(
	'POST',
	'/open-apis/im/v1/messages/:message_id/reactions',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:message', 'im:message.reactions:write_only'],
		doc: 'im-v1/message-reaction/create',
	},
);

export const deleteReaction = endpoint<Client['im']['v1']['messageReaction']['delete']>(
	'DELETE',
	'/open-apis/im/v1/messages/:message_id/reactions/:reaction_id',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:message', 'im:message.reactions:write_only'],
		doc: 'im-v1/message-reaction/delete',
	},
);

export const listReactions = endpoint<Client['im']['v1']['messageReaction']['list']>(
	'GET',
	'/open-apis/im/v1/messages/:message_id/reactions',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:message.reactions:read', 'im:message:readonly'],
		doc: 'im-v1/message-reaction/list',
	},
);

export const batchQueryReactions = endpoint<Client['im']['v1']['messageReaction']['batchQuery']>(
	'POST',
	'/open-apis/im/v1/messages/reactions/batch_query',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:message.reactions:read', 'im:message:readonly'],
		repeat: 'always',
		doc: 'im-v1/message-reaction/batch_query',
	},
);
