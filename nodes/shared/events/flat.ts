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

/** Where a message was written, and what it is, in the order in which an item shows it. */
const PLACE_FIELDS = ['chat_id', 'chat_type', 'message_id', 'message_type'];

/** What few workflows need of a message. */
const OTHER_FIELDS = [
	'root_id',
	'parent_id',
	'thread_id',
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
 * Makes the item of a received message: first what it says, where and by whom, as the outputs of the actions have it.
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
		text,
		// Not "arguments": expressions of n8n refuse that name.
		...(command && { command: command.name, args: command.arguments }),
		...pick(message, PLACE_FIELDS),
		...pick(toObject(sender.sender_id), ['open_id', 'union_id', 'user_id']),
		...pick(sender, ['sender_type']),
		is_mentioned: received.isMentioned,
		is_everyone_mentioned: received.isEveryoneMentioned,
		mentions: received.mentions.map((mention) => ({ ...mention })),
		content: received.content,
		attachments: received.attachments.map((attachment) => ({ ...attachment })),
		sessionId: session,
		chatInput: text,
		...pick(message, OTHER_FIELDS),
		...pick(sender, ['tenant_key']),
		event_type: type,
		event_id: id,
	};
}

/** When a message was written, in ms. */
export const timeOfMessage = ({ message }: ReceivedMessage, now: number): number =>
	Number(toText(message.create_time)) || now;
