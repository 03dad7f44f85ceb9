import type { IDataObject } from 'n8n-workflow';

import type { LarkEvent } from '../push/envelope';
import {
	mentionsEveryone,
	mentionsOfBot,
	readReceivedMentions,
	resolveText,
	type Mention,
	type Span,
} from './mentions';
import { readReceivedContent, type ReceivedContent } from './reading';
import { toObject, toText } from './values';

/** The event of a received message. */
export const MESSAGE_RECEIVED = 'im.message.receive_v1';

/** Where a message was written: in a direct chat with the bot, in a group, or in a topic of a group. */
export type Place = 'p2p' | 'group' | 'topic';

/** A received message, read and in words. */
export interface ReceivedMessage extends ReceivedContent {
	/** Lark's `message` and `sender`, as they came. */
	message: IDataObject;
	sender: IDataObject;
	/** The IDs of the sender, as far as Lark tells them. */
	senderIds: string[];
	place: Place;
	mentions: Mention[];
	/** Where the text has the names of those who are mentioned. */
	names: Span[];
	/** Whether the bot itself is mentioned. */
	isMentioned: boolean;
	/** Whether everyone is. */
	isEveryoneMentioned: boolean;
}

const SENDER_IDS = ['open_id', 'union_id', 'user_id'];

function placeOf({ chat_type, thread_id }: IDataObject): Place {
	if (chat_type === 'p2p') return 'p2p';
	return toText(thread_id) || toText(chat_type).startsWith('topic') ? 'topic' : 'group';
}

/** @returns undefined for an event that is no message, or one without a body */
export function messageOf({ type, payload }: LarkEvent): IDataObject | undefined {
	const { message } = toObject(payload.event);
	return type === MESSAGE_RECEIVED && message ? toObject(message) : undefined;
}

/** Lark's `sender` of a message. */
export const senderOf = ({ payload }: LarkEvent): IDataObject =>
	toObject(toObject(payload.event).sender);

/** Whether only the bot's own open_id can tell if it is mentioned: a mention may be of a bot. */
export const mayMentionBot = (message: IDataObject): boolean =>
	readReceivedMentions(message.mentions).some(({ mentioned_type }) => mentioned_type !== 'user');

/**
 * Reads a received message.
 *
 * @param botOpenId of the bot itself; undefined when it is not known
 * @returns undefined for any other event
 */
export function readMessage(
	event: LarkEvent,
	botOpenId: string | undefined,
): ReceivedMessage | undefined {
	const message = messageOf(event);
	if (!message) return undefined;
	const sender = senderOf(event);
	const ids = toObject(sender.sender_id);
	const read = readReceivedContent(toText(message.message_type), toText(message.content));
	const mentions = readReceivedMentions(message.mentions);
	const own = mentionsOfBot(mentions, botOpenId);
	return {
		...read,
		...resolveText(read.text, mentions, own),
		message,
		sender,
		senderIds: SENDER_IDS.map((name) => toText(ids[name])).filter((id) => id !== ''),
		place: placeOf(message),
		mentions,
		isMentioned: own.length > 0,
		isEveryoneMentioned: mentionsEveryone(read.text, mentions),
	};
}
