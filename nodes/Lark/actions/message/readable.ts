import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/content/json';

/** What a node of a rich text or card is as text; nothing for all others, such as dividers. */
const NODES: Record<string, (node: IDataObject) => unknown> = {
	text: ({ text }) => text,
	a: ({ text, href }) => `[${text as string}](${href as string})`,
	at: ({ user_id }) => user_id,
	img: ({ image_key }) => `![](${image_key as string})`,
	code_block: ({ text }) => `\n${text as string}`,
	emotion: ({ emoji_type }) => `:${emoji_type as string}:`,
	button: ({ text }) => `[${text as string}]`,
};

const nodeText = (node: IDataObject): string => String(NODES[String(node.tag)]?.(node) ?? '');

/** Paragraphs of nodes, as rich text and simplified cards have them. */
const isParagraphs = (value: unknown): value is IDataObject[][] =>
	Array.isArray(value) && value.every((line) => Array.isArray(line) && line.every(isObject));

/**
 * Turns the content of a message into text that people and models can read. Mentions have their names.
 *
 * @param content the parsed content, or the text of one that is no JSON
 * @param mentions of the message: key and name
 * @see im-v1/message/message-content-description/message_content
 */
export function readableText(content: unknown, mentions: IDataObject[]): string {
	return mentions.reduce(
		(text, { key, name }) =>
			text.replace(new RegExp(`${String(key)}(?!\\d)`, 'g'), () => `@${String(name)}`),
		plainText(content),
	);
}

function plainText(content: unknown): string {
	if (!isObject(content)) return typeof content === 'string' ? content : '';
	const { title, text, file_name, topic, summary, name } = content;
	const paragraphs = content.content ?? content.elements;
	const lines = isParagraphs(paragraphs)
		? paragraphs.map((nodes) => nodes.map(nodeText).join(''))
		: [];
	return [title, text, file_name, topic, summary, name, ...lines].filter(isText).join('\n').trim();
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Whether a card is one that Lark has reduced to title and texts, not the JSON that was sent. */
const isReadBack = ({ title, elements }: IDataObject) =>
	title !== undefined || isParagraphs(elements);

/**
 * What is in the content of a message beside text: keys of images and files, IDs, durations. A card
 * that was asked for as it was sent is given whole.
 *
 * @returns the keys, or undefined when there are none
 */
export function contentKeys(msg_type: string, content: unknown): IDataObject | undefined {
	if (!isObject(content)) return undefined;
	if (msg_type === 'interactive' && !isReadBack(content as IDataObject))
		return content as IDataObject;
	const keys = Object.entries(content).filter(
		([name, value]) => !['text', 'title'].includes(name) && typeof value !== 'object',
	);
	return keys.length > 0 ? (Object.fromEntries(keys) as IDataObject) : undefined;
}
