import { inlinePieces } from './markdownInline';
import { foldTables, type TableCells } from './markdownTable';
import type { MarkdownToken } from './markdownTokens';
import type { PostNode } from './post';

/** How a post and a card write what they show differently. */
export interface MarkdownDialect {
	heading(text: string, level: number): string;
	/** @param language as the fence names it, or '' */
	code(text: string, language: string): PostNode;
	table(cells: TableCells): PostNode;
}

/** A quote or list item that is open. */
interface Container {
	/** What its next line starts with; a list item's bullet is used up by the first one. */
	mark: string;
	/** What its other lines start with. */
	rest: string;
	isQuote: boolean;
}

const BULLET = '- ';

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

	/** Adds code or a rule; an item that begins with it has its number before it. A bullet says nothing there. */
	addBlock(node: PostNode, start: number, end: number): void {
		const unused = this.containers.filter(({ mark, rest }) => mark !== rest);
		if (unused.some(({ mark }) => mark !== BULLET)) this.write('', start, start);
		for (const container of unused) container.mark = container.rest;
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

/** The first word after a fence. A backtick would make another fence than ~~~ no fence at all. */
const languageOf = (info: string): string => /^\s*([^\s`]{1,40})/.exec(info)?.[1] ?? '';

/**
 * Turns tokens into paragraphs: `md` for text, and nodes of their own for code, tables, images by
 * image_key and horizontal rules. List items are indented by 4 spaces a level.
 *
 * @param dialect how headings, code and tables are written
 * @see im-v1/message/message-content-description/create_json, "post"
 */
export function paragraphsOf(tokens: MarkdownToken[], dialect: MarkdownDialect): PostNode[][] {
	const paragraphs = new Paragraphs();
	/** The heading that is open: its level, and the line after it. */
	let heading: { level: number; end: number } | undefined;
	for (const token of foldTables(tokens)) {
		const [start, end] = token.map ?? [0, 0];
		if ('cells' in token) {
			paragraphs.addBlock(dialect.table(token.cells), start, end);
			continue;
		}
		const { type, children, content, info, tag } = token;
		if (type === 'blockquote_open') paragraphs.open('> ', '> ', true);
		else if (type === 'list_item_open') {
			paragraphs.open(info === '' ? BULLET : `${Number(info)}. `, INDENT, false);
		} else if (type === 'blockquote_close' || type === 'list_item_close') paragraphs.close();
		else if (type === 'fence' || type === 'code_block') {
			const code = dialect.code(content.replace(/\n$/, ''), languageOf(info));
			paragraphs.addBlock(code, start, end);
		} else if (type === 'hr') paragraphs.addBlock({ tag: 'hr' }, start, end);
		else if (type === 'heading_open') heading = { level: Number(tag.slice(1)), end };
		else if (type === 'heading_close') heading = undefined;
		else if (type === 'inline') {
			const after = heading?.end ?? end;
			for (const piece of inlinePieces(children ?? [])) {
				if ('imageKey' in piece) {
					paragraphs.addNode({ tag: 'img', image_key: piece.imageKey }, after);
				} else {
					const text = piece.text.trim();
					const shown = heading && text ? dialect.heading(text, heading.level) : text;
					if (shown !== '') paragraphs.write(shown, start, after);
				}
			}
		}
	}
	paragraphs.endText();
	return paragraphs.list;
}
