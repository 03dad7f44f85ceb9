import type { Content } from './fields';

/** The fence around code after one more line: '' outside of code. */
function fenceAfter(fence: string, line: string): string {
	const [, marks = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
	if (fence === '') return marks;
	const isEnd = marks.startsWith(fence) && line.trim() === marks;
	return isEnd ? '' : fence;
}

/** The cells of a row: between bars that are not escaped, without the outer ones. */
const cellsOf = (line: string) =>
	line
		.trim()
		.replace(/^\||(?<!\\)\|$/g, '')
		.split(/(?<!\\)\|/);

const isRule = (line: string) =>
	line.includes('|') && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell.trim()));

/** Counts the tables in Markdown: a header, a rule with as many cells, and rows up to an empty line. Code has none. */
function tablesOf(markdown: string): number {
	let fence = '';
	let isTable = false;
	let before = '';
	let count = 0;
	for (const line of markdown.split('\n')) {
		fence = fenceAfter(fence, line);
		if (line.trim() === '' || fence !== '') isTable = false;
		else if (!isTable && isRule(line) && cellsOf(before).length === cellsOf(line).length) {
			isTable = before.trim() !== '';
			if (isTable) count++;
		}
		before = line;
	}
	return count;
}

/** Counts the tables in the elements of a card: those of their own, and those in Markdown. */
export function tablesIn(node: unknown): number {
	if (typeof node !== 'object' || node === null) return 0;
	const { tag, content } = node as Content;
	const own = tag === 'table' ? 1 : tag === 'markdown' ? tablesOf(String(content)) : 0;
	return Object.values(node).reduce<number>((count, inner) => count + tablesIn(inner), own);
}
