import type { MarkdownDialect } from './markdownParagraphs';
import { tableText } from './markdownTable';
import type { MarkdownToken } from './markdownTokens';

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

/**
 * Markdown as a post has it: headings become bold lines, because `md` has none, and a table becomes
 * a block of code with its columns below each other. Clients of mid 2026 are reported to show both in
 * `md`; others show the marks, so they are not used.
 *
 * @see im-v1/message/message-content-description/create_json, "post"
 */
export const POST_DIALECT: MarkdownDialect = {
	heading: (text) => `**${text}**`,
	code(text, given) {
		const name = given.toUpperCase();
		const language = ALIASES[name] ?? name;
		return { tag: 'code_block', ...(LANGUAGES.has(language) && { language }), text };
	},
	table: (cells) => ({ tag: 'code_block', text: tableText(cells) }),
};

/**
 * Takes the marks for bold out of headings, all of which is bold in a post. What stood on both sides of a
 * mark is one text then: this comes before anything that judges texts.
 *
 * @param tokens are changed
 */
export function withPlainHeadings(tokens: MarkdownToken[]): MarkdownToken[] {
	for (const [index, { type }] of tokens.entries()) {
		const inline = tokens[index + 1];
		if (type !== 'heading_open' || !inline.children) continue;
		inline.children = inline.children.filter(({ tag }) => tag !== 'strong');
	}
	return tokens;
}
