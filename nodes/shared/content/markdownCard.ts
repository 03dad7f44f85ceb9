import { markdownElement } from './cardText';
import type { JsonObject } from './json';
import type { MessageContent } from './message';
import { blocksOf, type MarkdownBlock } from './markdownBlocks';
import { tableMarkdown, tableText } from './markdownTable';
import type { MarkdownToken } from './markdownTokens';
import { isTableRule } from './tableLines';

/**
 * The tables that a card shows. Lark refuses more with 230099, sub-code 11310; where that begins is
 * documented nowhere: reports say 4 to 6, and Lark's own plugin for OpenClaw keeps to 3.
 */
export const MAX_CARD_TABLES = 3;

/** A fence longer than any in the code. */
function fenced(code: string, language: string): string {
	const runs = code.match(/`{3,}/g) ?? [];
	const fence = '`'.repeat(runs.reduce((most, { length }) => Math.max(most, length + 1), 3));
	return `${fence}${language}\n${code}\n${fence}`;
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

function elementOf(block: MarkdownBlock): JsonObject {
	switch (block.kind) {
		case 'text':
			return markdownElement(withoutTables(block.text));
		case 'code':
			return markdownElement(fenced(block.text, block.language));
		case 'table':
			return markdownElement(tableMarkdown(block.cells));
		case 'image':
			return { tag: 'img', img_key: block.imageKey, alt: { tag: 'plain_text', content: '' } };
		case 'rule':
			return { tag: 'hr' };
	}
}

/** The tables after the last one that a card shows become blocks of code. */
function withTablesThatFit(blocks: MarkdownBlock[]): MarkdownBlock[] {
	let tables = 0;
	return blocks.map((block) => {
		if (block.kind !== 'table' || ++tables <= MAX_CARD_TABLES) return block;
		return { kind: 'code', text: tableText(block.cells), language: '' };
	});
}

/**
 * Turns tokens into the blocks of a card.
 *
 * @param tokens are changed
 * @see feishu-cards/card-json-v2-components/content-components/rich-text
 */
export const cardBlocks = (tokens: MarkdownToken[]): MarkdownBlock[] =>
	blocksOf(
		tokens.map(withCardMentions),
		(text, level) => `${'#'.repeat(level)} ${text.replaceAll('\n', ' ')}`,
	);

/** Writes blocks as elements of a card JSON 2.0: as few as possible, since a card takes 200. */
export function cardElements(blocks: MarkdownBlock[]): JsonObject[] {
	const elements: JsonObject[] = [];
	for (const element of withTablesThatFit(blocks).map(elementOf)) {
		const last = elements.at(-1);
		if (last?.tag !== 'markdown' || element.tag !== 'markdown') elements.push(element);
		else last.content = `${String(last.content)}\n\n${String(element.content)}`;
	}
	return elements;
}

/** @returns the tables among tokens */
export const countTables = (tokens: MarkdownToken[]): number =>
	tokens.filter(({ type }) => type === 'table_open').length;

/** Makes a card JSON 2.0 of elements; the title gets a coloured header. */
export function markdownCard(elements: JsonObject[], title = ''): MessageContent {
	const card = {
		schema: '2.0',
		...(title && { header: { title: { tag: 'plain_text', content: title }, template: 'blue' } }),
		body: { elements },
	};
	return { msg_type: 'interactive', content: JSON.stringify(card) };
}
