import { InputError } from '../inputError';
import { MAX_REQUEST_BYTES, requestBytes, type MessageContent } from './message';
import { SPLIT_HINT, splitText } from './split';

/** The largest content of a text message, in bytes. */
const MAX_BYTES = 150 * 1024;

/**
 * Makes the content of a text message. Lark's inline markup passes through: `<b>`, `<i>`, `<u>`,
 * `<s>`, `[text](url)`, `<at user_id="...">`.
 *
 * @throws InputError when the text is empty or longer than Lark takes
 * @see im-v1/message/message-content-description/create_json, "text"; im-v1/message/create, 150 KB
 */
export function textContent(text: string): MessageContent {
	if (text.trim() === '') {
		throw new InputError(
			'Text is empty',
			'Enter a text. If it comes from an expression, check that the field exists in the incoming item.',
		);
	}
	const content = JSON.stringify({ text });
	const bytes = Buffer.byteLength(content);
	if (bytes > MAX_BYTES) {
		throw new InputError(`Text is too long: ${bytes} bytes of at most ${MAX_BYTES}`, SPLIT_HINT);
	}
	return { msg_type: 'text', content };
}

/**
 * Makes as many text messages as a long text needs.
 *
 * @throws InputError when the text is empty
 */
export function textMessages(text: string): MessageContent[] {
	const parts = splitText(text, {
		maxBytes: MAX_REQUEST_BYTES.text,
		bytesOf: (part) => requestBytes(JSON.stringify({ text: part })),
		hasFences: false,
	});
	return parts.length === 0 ? [textContent(text)] : parts.map(textContent);
}
