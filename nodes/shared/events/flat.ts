import type { IDataObject } from 'n8n-workflow';

import type { LarkEvent } from '../push/envelope';
import type { Command } from './command';
import type { ReceivedMessage } from './message';
import { toObject, toText } from './values';

/** When an event happened: `header.create_time` (2.0) or `ts` (1.0), as Lark writes it. */
export const timeOf = ({ header, ts }: IDataObject) => toObject(header).create_time ?? ts;

/**
 * Makes the item of an event that is no message: the type, the ID, and the event's own fields.
 *
 * @see event-subscription-guide, "Event structure"
 */
export function flatEvent({ type, id, payload }: LarkEvent): IDataObject {
	return {
		event_type: type,
		event_id: id,
		create_time: timeOf(payload),
		...toObject(payload.event),
	};
}

/** The IDs and times of a message, in the order in which an item shows them. */
const MESSAGE_FIELDS = [
	'message_id',
	'root_id',
	'parent_id',
	'thread_id',
	'chat_id',
	'chat_type',
	'message_type',
	'create_time',
	'update_time',
	'user_agent',
];

function pick(from: IDataObject, names: string[]): IDataObject {
	return Object.fromEntries(
		names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])),
	);
}

/**
 * Makes the item of a received message.
 *
 * @param session what n8n's chat memory tells conversations apart by
 */
export function flatMessage(
	{ id, type }: LarkEvent,
	received: ReceivedMessage,
	session: string,
	command: Command | undefined,
): IDataObject {
	const { message, sender, text } = received;
	return {
		event_type: type,
		event_id: id,
		...pick(message, MESSAGE_FIELDS),
		...pick(toObject(sender.sender_id), ['open_id', 'union_id', 'user_id']),
		...pick(sender, ['sender_type', 'tenant_key']),
		text,
		is_mentioned: received.isMentioned,
		is_everyone_mentioned: received.isEveryoneMentioned,
		mentions: received.mentions.map((mention) => ({ ...mention })),
		content: received.content,
		attachments: received.attachments.map((attachment) => ({ ...attachment })),
		// Not "arguments": expressions of n8n refuse that name.
		...(command && { command: command.name, args: command.arguments }),
		sessionId: session,
		chatInput: text,
	};
}

/** When a message was written, in ms. */
export const timeOfMessage = ({ message }: ReceivedMessage, now: number): number =>
	Number(toText(message.create_time)) || now;
