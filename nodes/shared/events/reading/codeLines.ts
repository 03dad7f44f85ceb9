/** What stands before the text of a line in quotes and lists. */
const CONTAINERS = /^[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*/;

const QUOTES = /^(?: {0,3}> ?)*/;

const BULLET = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)/;

/** Opens and closes a block of code; the text after an opening one names the language. */
const FENCE = /^(?:`{3,}|~{3,})/;

/** How far a block of code is indented without fences. */
const CODE_INDENT = 4;

const widthOf = (indent: string): number => indent.replaceAll('\t', '    ').length;

const quotesIn = (containers: string): number => containers.split('>').length - 1;

/**
 * Tells line by line which lines of Markdown are code: between fences, also within quotes and lists, or indented.
 *
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
export class CodeLines {
	/** The marks of the fence that is open, or ''. */
	private fence = '';

	/** In how many quotes it is. */
	private quotes = 0;

	/** Where the text of the list item begins that is open; 0 outside of lists. */
	private offset = 0;

	/** Whether indented code can begin: it does not interrupt a paragraph. */
	private isAfterBlank = true;

	/** @param line the next one */
	has(line: string): boolean {
		const [containers] = CONTAINERS.exec(line) as RegExpExecArray;
		const text = line.slice(containers.length);
		const [marks = ''] = FENCE.exec(text) ?? [];
		const info = text.slice(marks.length);
		if (this.fence !== '' && quotesIn(containers) >= this.quotes) {
			if (marks.startsWith(this.fence) && info.trim() === '') this.fence = '';
			return true;
		}
		this.fence = '';
		if (marks !== '' && !(marks[0] === '`' && info.includes('`'))) {
			this.fence = marks;
			this.quotes = quotesIn(containers);
			this.isAfterBlank = true;
			return true;
		}
		return this.isIndented(line);
	}

	private isIndented(line: string): boolean {
		const [quotes] = QUOTES.exec(line) as RegExpExecArray;
		const text = line.slice(quotes.length);
		if (text.trim() === '') {
			this.isAfterBlank = true;
			return false;
		}
		const indent = widthOf(/^[ \t]*/.exec(text)?.[0] ?? '');
		if (this.isAfterBlank && indent >= this.offset + CODE_INDENT) return true;
		const [bullet] = BULLET.exec(text) ?? [];
		if (bullet !== undefined) this.offset = widthOf(bullet);
		else if (this.isAfterBlank && indent < this.offset) this.offset = 0;
		this.isAfterBlank = false;
		return false;
	}
}
