import type { IDataObject } from 'n8n-workflow';

import type { LarkEvent } from './envelope';

/**
 * How long an event is remembered, in ms. Lark's last retry comes 6 h 5 min 15 s after the first push; the
 * rest is for clocks that differ.
 *
 * @see event-subscription-guide: retries after 15 s, 5 min, 1 h and 6 h
 */
export const EVENT_MEMORY_MS = 8 * 60 * 60 * 1000;

/**
 * Gives the key that stays the same when Lark pushes an event again: the `message_id` of a received
 * message, since Lark says not to rely on the event ID there, and the event ID of everything else (the
 * whole event when there is none).
 *
 * @see im-v1/message/events/receive, "Precautions"
 */
export function eventKeyOf({ type, id, payload }: LarkEvent): string {
	const { message } = (payload.event ?? {}) as { message?: IDataObject };
	const messageId = type === 'im.message.receive_v1' ? message?.message_id : undefined;
	return (typeof messageId === 'string' && messageId) || id || JSON.stringify(payload);
}
