import type { IDataObject } from 'n8n-workflow';

import type { LarkEvent } from './envelope';

/**
 * What stays the same when Lark pushes an event again: the `message_id` of a received message, since Lark
 * says not to rely on the event ID there, and the event ID of everything else (the whole event, should
 * it have none).
 *
 * @see im-v1/message/events/receive, "Precautions"
 */
export function identityOf({ type, id, payload }: LarkEvent): string {
	const { message } = (payload.event ?? {}) as { message?: IDataObject };
	const messageId = type === 'im.message.receive_v1' ? message?.message_id : undefined;
	return (typeof messageId === 'string' && messageId) || id || JSON.stringify(payload);
}
