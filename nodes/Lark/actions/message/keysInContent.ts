import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/objects';

/** Paragraphs of nodes, as rich text and simplified cards have them. */
const isParagraphs = (value: unknown): value is IDataObject[][] =>
	Array.isArray(value) && value.every((line) => Array.isArray(line) && line.every(isObject));

/** Whether a card is one that Lark has reduced to title and texts, not the JSON that was sent. */
const isReadBack = ({ title, elements }: IDataObject) =>
	title !== undefined || isParagraphs(elements);

/**
 * What is in the content of a message beside text: keys of images and files, IDs, durations. A card
 * that was asked for as it was sent is given whole.
 *
 * @param content as JSON; a text is a content without keys
 * @returns the keys, or undefined when there are none
 * @see im-v1/message/message-content-description/message_content
 */
export function contentKeys(
	msg_type: string,
	content: IDataObject | string,
): IDataObject | undefined {
	if (!isObject(content)) return undefined;
	if (msg_type === 'interactive' && !isReadBack(content)) return content;
	const keys = Object.entries(content).filter(
		([name, value]) => !['text', 'title'].includes(name) && typeof value !== 'object',
	);
	return keys.length > 0 ? Object.fromEntries(keys) : undefined;
}
