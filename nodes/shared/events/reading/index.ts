import type { IDataObject } from 'n8n-workflow';

import { parseObject } from '../../push/json';
import { calendarEventReader, taskReader, videoChatReader, voteReader } from './calendar';
import { cardReader } from './card';
import {
	audioReader,
	fileReader,
	folderReader,
	imageReader,
	mediaReader,
	stickerReader,
} from './file';
import { postReader } from './post';
import { label, textOnly, type ContentReader, type ReadContent } from './reader';
import { chatCardReader, locationReader, userCardReader } from './share';
import { mergeForwardReader, systemReader, textReader } from './text';

export type { Attachment } from './reader';

/** Every message type that Lark delivers. */
const READERS: Record<string, ContentReader> = {
	audio: audioReader,
	calendar: calendarEventReader,
	file: fileReader,
	folder: folderReader,
	general_calendar: calendarEventReader,
	hongbao: textReader,
	image: imageReader,
	interactive: cardReader,
	location: locationReader,
	media: mediaReader,
	merge_forward: mergeForwardReader,
	post: postReader,
	share_calendar_event: calendarEventReader,
	share_chat: chatCardReader,
	share_user: userCardReader,
	sticker: stickerReader,
	system: systemReader,
	text: textReader,
	todo: taskReader,
	video_chat: videoChatReader,
	vote: voteReader,
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
	const read = (reader ?? textReader)(parsed);
	return { content: parsed, ...read, text: read.text || (reader ? '' : label(messageType)) };
}
