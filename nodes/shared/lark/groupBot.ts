import type { IDataObject } from 'n8n-workflow';

import { GROUP_BOT } from '../transport/actAs';
import { endpoint } from '../transport/endpoint';

/** The webhook of a group's custom bot (client-docs/bot-v3/use-custom-bots-in-a-group). */

/** The endpoint is not in the SDK; typed by its page. Content and card are objects, not texts. */
type SendByGroupBot = (payload?: {
	data: { msg_type: string; content?: IDataObject; card?: IDataObject };
}) => Promise<{ data?: IDataObject }>;

/** Gives no message ID, and takes no uuid: what arrives twice stands in the group twice. */
export const sendByGroupBot = endpoint<SendByGroupBot>('POST', '/open-apis/bot/v2/hook/:hook_id', {
	tokens: GROUP_BOT,
	scopes: [],
	rate: { perSecond: 5, perMinute: 100 },
	doc: 'client-docs/bot-v3/use-custom-bots-in-a-group',
});
