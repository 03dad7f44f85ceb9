import { inlinePieces } from './markdownInline';
import type { MarkdownToken } from './markdownTokens';

/** The inline content of each cell by row, the header first. */
export type TableCells = MarkdownToken[][][];

/** A table as one token among the others. */
export interface TableToken {
	type: 'table';
	cells: TableCells;
	/** Its lines in the source, the last one exclusive. */
	map: [number, number];
}

/** Puts the tokens of each table together; other tokens stay as they are. */
export function foldTables(tokens: MarkdownToken[]): Array<MarkdownToken | TableToken> {
	const folded: Array<MarkdownToken | TableToken> = [];
	let table: TableToken | undefined;
	for (const token of tokens) {
		const { type, map, children } = token;
		if (type === 'table_open') table = { type: 'table', cells: [], map: map ?? [0, 0] };
		else if (type === 'table_close' && table) {
			folded.push(table);
			table = undefined;
		} else if (!table) folded.push(token);
		else if (type === 'tr_open') table.cells.push([]);
		else if (type === 'inline') table.cells.at(-1)?.push(children ?? []);
	}
	return folded;
}

/** Writes a table as Markdown. */
export function tableMarkdown(cells: TableCells): string {
	const [header, ...rows] = cells.map((row) =>
		row.map((children) =>
			inlinePieces(children)
				.map((piece) => ('imageKey' in piece ? `![](${piece.imageKey})` : piece.text.trim()))
				.join('')
				.replaceAll('|', '\\|'),
		),
	);
	const line = (row: string[]) => `| ${row.join(' | ')} |`;
	return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What is to be read in a cell: its text without marks, and where a link leads. */
function cellText(children: MarkdownToken[]): string {
	let text = '';
	let link = { from: 0, href: '' };
	for (const token of children) {
		if (token.type === 'link_open') {
			link = { from: text.length, href: String(token.attrGet('href') ?? '') };
		} else if (token.type === 'link_close') {
			const isShown = text.slice(link.from) === link.href;
			text += isShown ? '' : ` (${link.href})`;
		} else text += token.type === 'image' ? token.content : token.content.replaceAll('\n', ' ');
	}
	return text.trim();
}

/** Chinese characters and the like are twice as wide as Latin ones, where all characters of a font are equally wide. */
const widthOf = (text: string): number =>
	[...text].reduce((width, character) => width + (character >= '\u1100' ? 2 : 1), 0);

/** The widest column that is filled up with spaces. */
const MAX_WIDTH = 40;

/** Writes a table as text for a block of code, its columns below each other. */
export function tableText(cells: TableCells): string {
	const rows = cells.map((row) => row.map(cellText));
	const widths = rows[0].map((_, column) =>
		Math.min(MAX_WIDTH, Math.max(...rows.map((row) => widthOf(row[column] ?? '')))),
	);
	const line = (row: string[]) =>
		row
			.map((text, column) => text + ' '.repeat(Math.max(0, widths[column] - widthOf(text))))
			.join(' | ')
			.trimEnd();
	const rule = widths.map((width) => '-'.repeat(width)).join('-|-');
	const [header, ...others] = rows.map(line);
	return [header, rule, ...others].join('\n');
}
