import { InputError } from '../inputError';

/** A message as the send and reply endpoints take it: `content` is a string of JSON. */
export interface MessageContent {
	msg_type:
		| 'text'
		| 'post'
		| 'interactive'
		| 'image'
		| 'file'
		| 'audio'
		| 'media'
		| 'sticker'
		| 'share_chat'
		| 'share_user'
		| 'system';
	content: string;
}

/** What the receiver, the uuid and so on take of a request at most, in bytes. */
const REST_OF_REQUEST = 512;

/** The most that Lark takes of a request, less what is not content. */
export const MAX_REQUEST_BYTES = {
	text: 150 * 1024 - REST_OF_REQUEST,
	post: 30 * 1024 - REST_OF_REQUEST,
	card: 30 * 1024 - REST_OF_REQUEST,
};

/**
 * How many bytes of a request a content takes. It travels as a string of JSON inside of JSON, so a
 * quotation mark or a line break takes more than one.
 */
export const requestBytes = (content: string): number => Buffer.byteLength(JSON.stringify(content));

/**
 * Makes a message, unless it is larger than Lark takes.
 *
 * @param what names it in the error
 * @param fix how to mend it
 * @throws InputError with both sizes
 * @see im-v1/message/create: 150 KB of request body for a text, 30 KB for posts and cards
 */
export function messageWithin(
	maxBytes: number,
	what: string,
	fix: string,
	message: MessageContent,
): MessageContent {
	const bytes = requestBytes(message.content);
	if (bytes <= maxBytes) return message;
	throw new InputError(`${what} is too long: ${bytes} bytes of at most ${maxBytes}`, fix);
}
