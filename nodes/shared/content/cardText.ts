import type { JsonObject } from './json';

/** A text in the languages that the product speaks; Lark shows readers that of their client. */
export interface Words {
	en_us: string;
	zh_cn: string;
}

/** What somebody has written, or words of the product. */
export type CardText = string | Words;

const textOf = (text: CardText): JsonObject =>
	typeof text === 'string' ? { content: text } : { content: text.en_us, i18n_content: { ...text } };

/** A text without markup. */
export const plainText = (text: CardText): JsonObject => ({ tag: 'plain_text', ...textOf(text) });

/** Markdown of cards. */
export const markdownElement = (text: CardText): JsonObject => ({
	tag: 'markdown',
	...textOf(text),
});

/** Small grey Markdown. */
export const noteElement = (text: CardText): JsonObject => ({
	...markdownElement(text),
	text_size: 'notation',
});
