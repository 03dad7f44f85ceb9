import type { IDataObject } from 'n8n-workflow';

import { parseObject } from '../../push/json';
import { calendarEvent, task, videoChat, vote } from './calendar';
import { card } from './card';
import { label, textOnly, type ContentReader, type ReadContent } from './reader';
import { audio, file, folder, image, media, sticker } from './file';
import { post } from './post';
import { chatCard, location, userCard } from './share';
import { mergeForward, system, text } from './text';

export type { Attachment } from './reader';

/** Every message type that Lark delivers. */
const READERS: Record<string, ContentReader> = {
	audio,
	calendar: calendarEvent,
	file,
	folder,
	general_calendar: calendarEvent,
	hongbao: text,
	image,
	interactive: card,
	location,
	media,
	merge_forward: mergeForward,
	post,
	share_calendar_event: calendarEvent,
	share_chat: chatCard,
	share_user: userCard,
	sticker,
	system,
	text,
	todo: task,
	video_chat: videoChat,
	vote,
};

/** The message types, for the filter and the tests. */
export const MESSAGE_TYPES = Object.keys(READERS);

/** What a message says. */
export interface ReceivedContent extends ReadContent {
	/** Lark's content, parsed; the string itself when it is no JSON object. */
	content: IDataObject | string;
}

/**
 * Reads the content of a received message. A type that is not known reads as its `text`, if it has one.
 *
 * @param content as Lark delivers it: JSON, except for `merge_forward`, which may be plain words
 * @see im-v1/message/message-content-description/message_content
 */
export function readReceivedContent(messageType: string, content: string): ReceivedContent {
	const parsed = parseObject(content);
	const reader = Object.hasOwn(READERS, messageType) ? READERS[messageType] : undefined;
	if (!parsed) return { content, ...textOnly(content) };
	const read = (reader ?? text)(parsed);
	return { content: parsed, ...read, text: read.text || (reader ? '' : label(messageType)) };
}
