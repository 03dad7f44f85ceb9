import { blocksOf, type MarkdownBlock } from './markdownBlocks';
import { tableText } from './markdownTable';
import type { MarkdownToken } from './markdownTokens';
import type { PostNode } from './post';

/** The languages of code that Lark colours, and other names for them. */
const LANGUAGES = new Set(
	'PYTHON C CPP GO JAVA KOTLIN SWIFT PHP RUBY RUST JAVASCRIPT TYPESCRIPT BASH SHELL SQL JSON XML YAML HTML THRIFT'.split(
		' ',
	),
);
const ALIASES: Record<string, string | undefined> = {
	'C++': 'CPP',
	GOLANG: 'GO',
	JS: 'JAVASCRIPT',
	KT: 'KOTLIN',
	PY: 'PYTHON',
	RB: 'RUBY',
	RS: 'RUST',
	SH: 'SHELL',
	TS: 'TYPESCRIPT',
	YML: 'YAML',
};

function codeBlock(text: string, given: string): PostNode {
	const name = given.toUpperCase();
	const language = ALIASES[name] ?? name;
	return { tag: 'code_block', ...(LANGUAGES.has(language) && { language }), text };
}

/**
 * Writes a block as a post has it: a table becomes a block of code with its columns below each other, because
 * `md` has none. Clients of mid 2026 are reported to show tables and headings in `md`; others show the marks,
 * so they are not used.
 *
 * @see im-v1/message/message-content-description/create_json, "post"
 */
export function postNode(block: MarkdownBlock): PostNode {
	switch (block.kind) {
		case 'text':
			return { tag: 'md', text: block.text };
		case 'code':
			return codeBlock(block.text, block.language);
		case 'table':
			return codeBlock(tableText(block.cells), '');
		case 'image':
			return { tag: 'img', image_key: block.imageKey };
		case 'rule':
			return { tag: 'hr' };
	}
}

/** Turns tokens into what a post has: headings become bold lines. */
export const postBlocks = (tokens: MarkdownToken[]): MarkdownBlock[] =>
	blocksOf(tokens, (text) => `**${text}**`);

/**
 * Takes the marks for bold out of headings, all of which is bold in a post, and escapes what could be taken for
 * one. What stood on both sides of a mark is one text then: this comes before anything that judges texts.
 *
 * @param tokens are changed
 */
export function withPlainHeadings(tokens: MarkdownToken[]): MarkdownToken[] {
	for (const [index, { type }] of tokens.entries()) {
		const inline = tokens[index + 1];
		if (type !== 'heading_open' || !inline.children) continue;
		inline.children = inline.children.filter(({ tag }) => tag !== 'strong');
		for (const child of inline.children) {
			if (child.type === 'text') child.content = child.content.replaceAll('*', '\\*');
		}
	}
	return tokens;
}
