import { InputError } from '../inputError';
import { MAX_REQUEST_BYTES, messageWithin, requestBytes, type MessageContent } from './message';
import { SPLIT_HINT, splitText } from './split';

/**
 * Makes the content of a text message. Lark's inline markup passes through: `<b>`, `<i>`, `<u>`,
 * `<s>`, `[text](url)`, `<at user_id="...">`.
 *
 * @throws InputError when the text is empty or longer than Lark takes
 * @see im-v1/message/message-content-description/create_json, "text"; im-v1/message/create, 150 KB of request body
 */
export function textContent(text: string): MessageContent {
	if (text.trim() === '') {
		throw new InputError(
			'Text is empty',
			'Enter a text. If it comes from an expression, check that the field exists in the incoming item.',
		);
	}
	const content = JSON.stringify({ text });
	return messageWithin(MAX_REQUEST_BYTES.text, 'Text', SPLIT_HINT, { msg_type: 'text', content });
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
