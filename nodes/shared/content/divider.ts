import { InputError } from '../inputError';
import type { MessageContent } from './message';

const MAX_WIDTH = 20;

/** Chinese characters and the like are twice as wide as Latin ones. */
const widthOf = (text: string): number =>
	[...text].reduce((width, character) => width + (character > '\u00ff' ? 2 : 1), 0);

/**
 * Makes the content of a system message: a divider with a text. For p2p chats, and not for replies.
 *
 * @throws InputError when the text is empty or wider than 20 characters or 10 Chinese ones
 * @see im-v1/message/message-content-description/create_json, "system"
 */
export function dividerContent(dividerText: string): MessageContent {
	const text = dividerText.trim();
	const fix = 'Enter at most 20 characters. A Chinese character counts twice.';
	if (text === '') throw new InputError('Divider Text is empty', fix);
	if (widthOf(text) > MAX_WIDTH) {
		throw new InputError(`Divider Text is too long: ${widthOf(text)} of at most ${MAX_WIDTH}`, fix);
	}
	const content = JSON.stringify({ type: 'divider', params: { divider_text: { text } } });
	return { msg_type: 'system', content };
}
