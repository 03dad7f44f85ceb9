import type { IDataObject } from 'n8n-workflow';

import type { LarkEvent } from '../push/envelope';
import { eventOfListed } from './listed';
import { MESSAGE_RECEIVED, readMessage, type ReceivedMessage } from './message';
import { toObject, toText } from './values';

/** A message that was written before, as an item has it. */
export interface RecentMessage {
	message_id: string;
	/** In ms, as Lark writes it. */
	create_time: string;
	message_type: string;
	/** `user`, or `app` for a bot. */
	sender_type: string;
	/** Of a person. */
	open_id?: string;
	/** Of a bot. */
	app_id?: string;
	sender_name?: string;
	text: string;
}

/** Longer texts are cut: 50 of them are meant for a prompt. Lark's longest has 150 KB. */
const MAX_TEXT = 4_000;

/**
 * Reads a message of Lark's list as one that was received, so that the same rules hold for it.
 *
 * @param chat_type of the chat that it is in, which the list does not tell
 * @param botOpenId of the bot itself; undefined when it is not known
 * @returns undefined for what was recalled, and for notices of Lark itself
 * @see im-v1/message/list, "Response"
 */
export function readListedMessage(
	listed: IDataObject,
	chat_type: string,
	botOpenId: string | undefined,
): ReceivedMessage | undefined {
	const event = eventOfListed(listed, chat_type);
	if (!event) return undefined;
	const payload = { event } as LarkEvent['payload'];
	return readMessage({ type: MESSAGE_RECEIVED, id: '', payload } as LarkEvent, botOpenId);
}

/** The IDs of who has written a message that `readListedMessage` has read. */
export function senderOfListed({ sender }: ReceivedMessage): { open_id?: string; app_id?: string } {
	const { open_id, app_id } = toObject(sender.sender_id);
	return {
		...(open_id !== undefined && { open_id: toText(open_id) }),
		...(app_id !== undefined && { app_id: toText(app_id) }),
	};
}

/** Makes what an item has of a message that `readListedMessage` has read. */
export function recentMessage(received: ReceivedMessage, sender_name?: string): RecentMessage {
	const { message, sender, text } = received;
	return {
		message_id: toText(message.message_id),
		create_time: toText(message.create_time),
		message_type: toText(message.message_type),
		sender_type: toText(sender.sender_type),
		...senderOfListed(received),
		...(sender_name && { sender_name }),
		text: cut(text),
	};
}

/** Cuts between characters: half a surrogate pair is none. */
function cut(text: string): string {
	if (text.length <= MAX_TEXT) return text;
	return `${text.slice(0, MAX_TEXT).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Whatever somebody or something may take for the end of a line. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

const oneLine = (name: string) => name.split(LINE_END).join(' ').trim();

/**
 * Gives messages as one text for a prompt: `[2026-01-01T10:00:00Z] Ann: Hello`. The further lines of a
 * message are indented, so that none can pass for the message of somebody else.
 */
export function recentText(messages: readonly RecentMessage[]): string {
	return messages
		.map(({ create_time, sender_type, sender_name, open_id, text }) => {
			const nobody = sender_type === 'user' ? (open_id ?? 'Somebody') : 'Bot';
			const date = new Date(Number(create_time) || NaN);
			const time = Number.isNaN(date.getTime())
				? ''
				: `[${date.toISOString().replace(/\.\d+Z$/, 'Z')}] `;
			const name = oneLine(sender_name ?? '') || nobody;
			return `${time}${name}: ${text.split(LINE_END).join('\n\t')}`;
		})
		.join('\n');
}
