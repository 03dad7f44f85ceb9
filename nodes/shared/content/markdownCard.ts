import type { JsonObject } from './json';
import type { MessageContent } from './message';
import { paragraphsOf, type MarkdownDialect } from './markdownParagraphs';
import { tableMarkdown, tableText } from './markdownTable';
import type { MarkdownToken } from './markdownTokens';
import type { PostNode } from './post';
import { isTableRule } from './tableLines';

/**
 * The tables that a card shows. Lark refuses more with 230099, sub-code 11310; where that begins is
 * documented nowhere: reports say 4 to 6, and Lark's own plugin for OpenClaw keeps to 3.
 */
export const MAX_CARD_TABLES = 3;

/** A fence longer than any in the code. */
function fenced(code: string, language: string): PostNode {
	const runs = code.match(/`{3,}/g) ?? [];
	const fence = '`'.repeat(runs.reduce((most, { length }) => Math.max(most, length + 1), 3));
	return { tag: 'code', text: `${fence}${language}\n${code}\n${fence}` };
}

/** Markdown as a card has it; the tables after the third one become blocks of code. */
function cardDialect(): MarkdownDialect {
	let tables = 0;
	return {
		heading: (text, level) => `${'#'.repeat(level)} ${text.replaceAll('\n', ' ')}`,
		code: fenced,
		table(cells) {
			tables++;
			return tables > MAX_CARD_TABLES
				? fenced(tableText(cells), '')
				: { tag: 'table', text: tableMarkdown(cells) };
		},
	};
}

const MENTION = /^<at user_id="([^"]*)">$/;

/** Cards mention people by another attribute than texts and posts. */
function withCardMentions(token: MarkdownToken): MarkdownToken {
	const [, id] = (token.type === 'tag' && MENTION.exec(token.content)) || [];
	if (id !== undefined) token.content = `<at id=${id}>`;
	token.children?.forEach(withCardMentions);
	return token;
}

/** Text that is no table, so that no other parser finds one in it. */
const withoutTables = (text: string): string =>
	text
		.split('\n')
		.map((line) => (isTableRule(line) ? line.replace('|', '\\|') : line))
		.join('\n');

function elementOf({ tag, text, image_key }: PostNode): JsonObject {
	if (tag === 'hr') return { tag };
	if (tag === 'img') {
		return { tag, img_key: image_key, alt: { tag: 'plain_text', content: '' } };
	}
	return { tag: 'markdown', content: tag === 'md' ? withoutTables(String(text)) : text };
}

/**
 * Turns tokens into the elements of a card JSON 2.0: as few as possible, since a card takes 200.
 *
 * @param tokens are changed
 * @see feishu-cards/card-json-v2-components/content-components/rich-text
 */
export function cardElements(tokens: MarkdownToken[]): JsonObject[] {
	const paragraphs = paragraphsOf(tokens.map(withCardMentions), cardDialect()).flat();
	const elements: JsonObject[] = [];
	for (const element of paragraphs.map(elementOf)) {
		const last = elements.at(-1);
		if (last?.tag !== 'markdown' || element.tag !== 'markdown') elements.push(element);
		else last.content = `${String(last.content)}\n\n${String(element.content)}`;
	}
	return elements;
}

/** @returns the tables among tokens */
export const countTables = (tokens: MarkdownToken[]): number =>
	tokens.filter(({ type }) => type === 'table_open').length;

/** Text that cannot be read as Markdown, as it is. */
export const rawElement = (text: string): JsonObject => ({
	tag: 'markdown',
	content: fenced(text, '').text,
});

/** Makes a card JSON 2.0 of elements; the title gets a coloured header. */
export function markdownCard(elements: JsonObject[], title = ''): MessageContent {
	const card = {
		schema: '2.0',
		...(title && { header: { title: { tag: 'plain_text', content: title }, template: 'blue' } }),
		body: { elements },
	};
	return { msg_type: 'interactive', content: JSON.stringify(card) };
}
