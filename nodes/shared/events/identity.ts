import type { IDataObject } from 'n8n-workflow';

import type { LarkEvent } from './envelope';

/**
 * What stays the same when Lark pushes an event again: the `message_id` of a received message, since Lark
 * says not to rely on the event ID there, and the event ID of everything else.
 *
 * @see im-v1/message/events/receive, "Precautions"
 */
export function identityOf({ type, id, payload }: LarkEvent): string {
	if (type !== 'im.message.receive_v1') return id;
	const { message } = (payload.event ?? {}) as { message?: IDataObject };
	return String(message?.message_id ?? id);
}
