import type { IDataObject } from 'n8n-workflow';

import type { LarkEvent } from './envelope';

/** Lark's last retry comes 6 h 5 min 15 s after the first push; longer than that, with room for clocks. */
export const EVENT_MEMORY_MS = 8 * 60 * 60 * 1000;

/**
 * What stays the same when Lark pushes an event again: the `message_id` of a received message, since Lark
 * says not to rely on the event ID there, and the event ID of everything else (the whole event, should
 * it have none).
 *
 * @see im-v1/message/events/receive, "Precautions"
 */
export function eventKeyOf({ type, id, payload }: LarkEvent): string {
	const { message } = (payload.event ?? {}) as { message?: IDataObject };
	const messageId = type === 'im.message.receive_v1' ? message?.message_id : undefined;
	return (typeof messageId === 'string' && messageId) || id || JSON.stringify(payload);
}
