import type { IDataObject } from 'n8n-workflow';

import { BOT } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** Cards beyond those of ordinary messages (im-v1/message-card). */

/** The endpoint is not in the SDK; typed by its page. The card is an object, not a text. */
type SendEphemeralCard = (payload?: {
	data: Partial<Record<'open_id' | 'user_id' | 'email', string>> & {
		chat_id: string;
		msg_type: 'interactive';
		card: IDataObject;
	};
}) => Promise<{ data?: { message_id: string } }>;

export const sendEphemeralCard = endpoint<SendEphemeralCard>(
	'POST',
	'/open-apis/ephemeral/v1/send',
	{
		tokens: BOT,
		scopes: ['im:message', 'im:message:send_as_bot', 'im:message:update'],
		limit: { kind: 'ephemeral', field: 'chat_id', perSecond: 40 },
		doc: 'im-v1/message-card/uETOyYjLxkjM24SM5IjN',
	},
);

/** The endpoint is not in the SDK; typed by its page. */
type DeleteEphemeralCard = (payload?: {
	data: { message_id: string };
}) => Promise<{ data?: IDataObject }>;

export const deleteEphemeralCard = endpoint<DeleteEphemeralCard>(
	'POST',
	'/open-apis/ephemeral/v1/delete',
	{
		tokens: BOT,
		scopes: ['im:message', 'im:message:send_as_bot', 'im:message:update'],
		doc: 'im-v1/message-card/uITOyYjLykjM24iM5IjN',
	},
);

/** The endpoint is not in the SDK; typed by its page. The card is an object, not a text. */
type UpdateCardByToken = (payload?: {
	data: { token: string; card: IDataObject };
}) => Promise<{ data?: IDataObject }>;

export const updateCardByToken = endpoint<UpdateCardByToken>(
	'POST',
	'/open-apis/interactive/v1/card/update',
	{
		tokens: BOT,
		scopes: ['im:message', 'im:message:send_as_bot', 'im:message:update'],
		repeat: 'always',
		doc: 'im-v1/message-card/uMDO1YjLzgTN24yM4UjN',
	},
);
