import type { Client } from '@larksuiteoapi/node-sdk';

import { BOT, BOT_OR_USER, USER, USER_OR_BOT } from '../transport/actAs';
import { endpoint, perMessage, perReceiver } from '../transport/endpoint';

/** Messages: send, reply, read, change, hand on (im-v1/message). */

export const createMessage = endpoint<Client['im']['v1']['message']['create']>(
	'POST',
	'/open-apis/im/v1/messages',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:message', 'im:message:send_as_bot', 'im:message:send'],
		repeat: 'body.uuid',
		limit: perReceiver,
		doc: 'im-v1/message/create',
	},
);

export const replyToMessage = endpoint<Client['im']['v1']['message']['reply']>(
	'POST',
	'/open-apis/im/v1/messages/:message_id/reply',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:message', 'im:message:send_as_bot', 'im:message:send'],
		repeat: 'body.uuid',
		limit: perMessage('reply'),
		doc: 'im-v1/message/reply',
	},
);

export const getMessage = endpoint<Client['im']['v1']['message']['get']>(
	'GET',
	'/open-apis/im/v1/messages/:message_id',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:message', 'im:message:readonly'],
		doc: 'im-v1/message/get-message',
	},
);

export const listMessages = endpoint<Client['im']['v1']['message']['list']>(
	'GET',
	'/open-apis/im/v1/messages',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:message', 'im:message:readonly', 'im:message.history:readonly'],
		doc: 'im-v1/message/list',
	},
);

export const searchMessages = endpoint<Client['im']['v1']['message']['search']>(
	'POST',
	'/open-apis/im/v1/messages/search',
	{
		tokens: USER_OR_BOT,
		scopes: ['search:message'],
		repeat: 'always',
		doc: 'node-sdk: im.v1.message.search',
	},
);

/** Not in the SDK, and documented only in larksuite/cli; how an item says it has been seen in two forms. */
type ReadStatus = (payload?: { data: { message_ids: string[] } }) => Promise<{
	data?: {
		items?: Array<{
			message_id: string;
			is_read?: boolean;
			read_status?: string;
			unexpected_reason?: string;
		}>;
		invalid_message_ids?: string[];
	};
}>;

export const getReadStatus = endpoint<ReadStatus>('POST', '/open-apis/im/v1/messages/read_status', {
	tokens: USER,
	scopes: ['im:message:readonly', 'im:message', 'im:message:get_as_user'],
	repeat: 'always',
	doc: 'larksuite/cli, im.v1.message.read_status',
});

export const updateMessage = endpoint<Client['im']['v1']['message']['update']>(
	'PUT',
	'/open-apis/im/v1/messages/:message_id',
	{
		tokens: BOT,
		scopes: ['im:message', 'im:message:send_as_bot', 'im:message:update'],
		doc: 'im-v1/message/update',
	},
);

export const recallMessage = endpoint<Client['im']['v1']['message']['delete']>(
	'DELETE',
	'/open-apis/im/v1/messages/:message_id',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:message', 'im:message:recall', 'im:message:send_as_bot'],
		doc: 'im-v1/message/delete',
	},
);

export const patchCard = endpoint<Client['im']['v1']['message']['patch']>(
	'PATCH',
	'/open-apis/im/v1/messages/:message_id',
	{
		tokens: BOT_OR_USER,
		scopes: ['im:message', 'im:message:send_as_bot', 'im:message:update'],
		repeat: 'always',
		limit: perMessage('card'),
		doc: 'im-v1/message-card/patch',
	},
);

export const forwardMessage = endpoint<Client['im']['v1']['message']['forward']>(
	'POST',
	'/open-apis/im/v1/messages/:message_id/forward',
	{
		tokens: BOT,
		scopes: ['im:message', 'im:message:send_as_bot'],
		repeat: 'query.uuid',
		limit: perReceiver,
		doc: 'im-v1/message/forward-message',
	},
);

export const mergeForwardMessages = endpoint<Client['im']['v1']['message']['mergeForward']>(
	'POST',
	'/open-apis/im/v1/messages/merge_forward',
	{
		tokens: BOT,
		scopes: ['im:message', 'im:message:send_as_bot'],
		repeat: 'query.uuid',
		limit: perReceiver,
		doc: 'im-v1/message/merge_forward',
	},
);

export const forwardThread = endpoint<Client['im']['v1']['thread']['forward']>(
	'POST',
	'/open-apis/im/v1/threads/:thread_id/forward',
	{
		tokens: BOT,
		scopes: ['im:message', 'im:message:send_as_bot'],
		repeat: 'query.uuid',
		limit: perReceiver,
		doc: 'im-v1/message/forward-thread',
	},
);

export const listReadUsers = endpoint<Client['im']['v1']['message']['readUsers']>(
	'GET',
	'/open-apis/im/v1/messages/:message_id/read_users',
	{
		tokens: BOT,
		scopes: ['im:message', 'im:message:readonly', 'im:message:basic'],
		doc: 'im-v1/message/read_users',
	},
);

export const pushFollowUp = endpoint<Client['im']['v1']['message']['pushFollowUp']>(
	'POST',
	'/open-apis/im/v1/messages/:message_id/push_follow_up',
	{
		tokens: BOT,
		scopes: ['im:message', 'im:message:send_as_bot'],
		doc: 'im-v1/message/push_follow_up',
	},
);

export const urgentApp = endpoint<Client['im']['v1']['message']['urgentApp']>(
	'PATCH',
	'/open-apis/im/v1/messages/:message_id/urgent_app',
	{
		tokens: BOT,
		scopes: ['im:message.urgent', 'im:message.urgent:app_send'],
		doc: 'im-v1/buzz-messages/urgent_app',
	},
);

export const urgentSms = endpoint<Client['im']['v1']['message']['urgentSms']>(
	'PATCH',
	'/open-apis/im/v1/messages/:message_id/urgent_sms',
	{
		tokens: BOT,
		scopes: ['im:message.urgent:sms', 'im:message.urgent:sms_send'],
		doc: 'im-v1/buzz-messages/urgent_sms',
	},
);

export const urgentPhone = endpoint<Client['im']['v1']['message']['urgentPhone']>(
	'PATCH',
	'/open-apis/im/v1/messages/:message_id/urgent_phone',
	{
		tokens: BOT,
		scopes: ['im:message.urgent:phone', 'im:message.urgent:phone_send'],
		doc: 'im-v1/buzz-messages/urgent_phone',
	},
);
