import { dedented } from './dedent';
import { inlinePieces } from './markdownInline';
import { foldTables, type TableCells } from './markdownTable';
import type { MarkdownToken } from './markdownTokens';

/** A piece of Markdown that has a place of its own in a message. */
export type MarkdownBlock =
	| { kind: 'text'; text: string }
	/** `language` as the fence names it, or ''. */
	| { kind: 'code'; text: string; language: string }
	| { kind: 'table'; cells: TableCells }
	| { kind: 'rule' }
	| { kind: 'image'; imageKey: string };

/** Writes a heading as a line of text. */
export type HeadingWriter = (text: string, level: number) => string;

/** A quote or list item that is open. */
interface Container {
	/** What its next line starts with; a list item's bullet is used up by the first one. */
	mark: string;
	/** What its other lines start with. */
	rest: string;
	isQuote: boolean;
}

const BULLET = '- ';

/** Collects blocks, and between them text. */
class Blocks {
	readonly list: MarkdownBlock[] = [];
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
	addBlock(block: MarkdownBlock, start: number, end: number): void {
		const unused = this.containers.filter(({ mark, rest }) => mark !== rest);
		if (unused.some(({ mark }) => mark !== BULLET)) this.write('', start, start);
		for (const container of unused) container.mark = container.rest;
		this.add(block, end);
	}

	add(block: MarkdownBlock, end: number): void {
		this.endText();
		this.list.push(block);
		this.line = end;
	}

	endText(): void {
		if (this.text.trim() !== '') {
			this.list.push({ kind: 'text', text: dedented(this.text).trimEnd() });
		}
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
 * Turns tokens into blocks: text as Lark's Markdown has it, and code, tables, images by their key and
 * rules, which it has no place for within lists and quotes.
 *
 * @see im-v1/message/message-content-description/create_json, "post"
 */
export function blocksOf(tokens: MarkdownToken[], writeHeading: HeadingWriter): MarkdownBlock[] {
	const blocks = new Blocks();
	/** The heading that is open: its level, and the line after it. */
	let heading: { level: number; end: number } | undefined;
	for (const token of foldTables(tokens)) {
		const [start, end] = token.map ?? [0, 0];
		if ('cells' in token) {
			blocks.addBlock({ kind: 'table', cells: token.cells }, start, end);
			continue;
		}
		const { type, children, content, info, tag } = token;
		if (type === 'blockquote_open') blocks.open('> ', '> ', true);
		else if (type === 'list_item_open') {
			blocks.open(info === '' ? BULLET : `${Number(info)}. `, INDENT, false);
		} else if (type === 'blockquote_close' || type === 'list_item_close') blocks.close();
		else if (type === 'fence' || type === 'code_block') {
			const code = content.replace(/\n$/, '');
			blocks.addBlock({ kind: 'code', text: code, language: languageOf(info) }, start, end);
		} else if (type === 'hr') blocks.addBlock({ kind: 'rule' }, start, end);
		else if (type === 'heading_open') heading = { level: Number(tag.slice(1)), end };
		else if (type === 'heading_close') heading = undefined;
		else if (type === 'inline') {
			const after = heading?.end ?? end;
			for (const piece of inlinePieces(children ?? [])) {
				if ('imageKey' in piece) {
					blocks.add({ kind: 'image', imageKey: piece.imageKey }, after);
				} else {
					const text = piece.text.trim();
					const shown = heading && text ? writeHeading(text, heading.level) : text;
					if (shown !== '') blocks.write(shown, start, after);
				}
			}
		}
	}
	blocks.endText();
	return blocks.list;
}
