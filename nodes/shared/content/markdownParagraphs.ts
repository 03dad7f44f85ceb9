import { inlinePieces } from './markdownInline';
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

function codeBlock({ content, info }: MarkdownToken): PostNode {
	const name = (/^\s*(\S{1,40})/.exec(info)?.[1] ?? '').toUpperCase();
	const language = ALIASES[name] ?? name;
	const text = content.replace(/\n$/, '');
	return { tag: 'code_block', ...(LANGUAGES.has(language) && { language }), text };
}

/** A quote or list item that is open. */
interface Container {
	/** What its next line starts with; a list item's bullet is used up by the first one. */
	mark: string;
	/** What its other lines start with. */
	rest: string;
	isQuote: boolean;
}

/** Collects the paragraphs of a post: nodes, and between them text for `md`. */
class Paragraphs {
	readonly list: PostNode[][] = [];
	private text = '';
	/** The line of the source after the last one that was written. */
	private line = 0;
	private containers: Container[] = [];
	private lastQuotes: Container[] = [];

	open(mark: string, rest: string, isQuote: boolean): void {
		this.containers.push({ mark, rest, isQuote });
	}

	/** Ends a container; an item without anything in it keeps its bullet. */
	close(): void {
		const { mark, rest, isQuote } = this.containers.at(-1) as Container;
		if (!isQuote && mark !== rest) this.write('', this.line, this.line + 1);
		this.containers.pop();
	}

	/**
	 * Adds text, with as many empty lines before it as the source has.
	 *
	 * @param start the first line in the source
	 * @param end the line after the last one
	 */
	write(text: string, start: number, end: number): void {
		const quotes = this.containers.filter(({ isQuote }) => isQuote);
		if (this.text !== '') {
			const common = quotes.filter((quote) => this.lastQuotes.includes(quote));
			const empty = common.map(() => '>').join(' ');
			this.text += `\n${`${empty}\n`.repeat(Math.max(0, start - this.line))}`;
		}
		this.text += text
			.split('\n')
			.map((line) => (this.prefix() + line).trimEnd())
			.join('\n');
		this.line = end;
		this.lastQuotes = quotes;
	}

	/** Adds code or a rule; an item that begins with it has its bullet before it. */
	addBlock(node: PostNode, start: number, end: number): void {
		if (this.containers.some(({ mark, rest }) => mark !== rest)) this.write('', start, start);
		this.addNode(node, end);
	}

	addNode(node: PostNode, end: number): void {
		this.endText();
		this.list.push([node]);
		this.line = end;
	}

	endText(): void {
		if (this.text.trim() !== '') this.list.push([{ tag: 'md', text: this.text.trimEnd() }]);
		this.text = '';
	}

	private prefix(): string {
		return this.containers
			.map((container) => {
				const { mark, rest } = container;
				container.mark = rest;
				return mark;
			})
			.join('');
	}
}

const INDENT = '    ';

/**
 * Turns tokens into the paragraphs of a post: `md` for what Lark renders there, and nodes of their own
 * for code, images by image_key and horizontal rules. Headings become bold lines, because `md` has
 * none, and list items are indented by 4 spaces a level. Tables stay text. Clients of mid 2026 are
 * reported to show both in `md`; others show the marks, so they are not used.
 *
 * @see im-v1/message/message-content-description/create_json, "post"
 */
export function paragraphsOf(tokens: MarkdownToken[]): PostNode[][] {
	const paragraphs = new Paragraphs();
	/** The line after the heading that is open. */
	let headingEnd: number | undefined;
	for (const token of tokens) {
		const { type, map, children, info } = token;
		const [start, end] = map ?? [0, 0];
		if (type === 'blockquote_open') paragraphs.open('> ', '> ', true);
		else if (type === 'list_item_open') {
			paragraphs.open(info === '' ? '- ' : `${Number(info)}. `, INDENT, false);
		} else if (type === 'blockquote_close' || type === 'list_item_close') paragraphs.close();
		else if (type === 'fence' || type === 'code_block')
			paragraphs.addBlock(codeBlock(token), start, end);
		else if (type === 'hr') paragraphs.addBlock({ tag: 'hr' }, start, end);
		else if (type === 'heading_open') headingEnd = end;
		else if (type === 'heading_close') headingEnd = undefined;
		else if (type === 'inline') {
			const isHeading = headingEnd !== undefined;
			for (const piece of inlinePieces(children ?? [], isHeading)) {
				const after = headingEnd ?? end;
				if ('imageKey' in piece) {
					paragraphs.addNode({ tag: 'img', image_key: piece.imageKey }, after);
				} else {
					const text = piece.text.trim();
					const shown = isHeading ? text && `**${text}**` : text;
					if (shown !== '') paragraphs.write(shown, start, after);
				}
			}
		}
	}
	paragraphs.endText();
	return paragraphs.list;
}
