import { dedented } from './dedent';
import type { MarkdownBlock } from './markdownBlocks';
import { tableText } from './markdownTable';
import { cutLines, isTrailSurrogate } from './split';

/** Where a block is to be cut. */
export interface Space {
	/** How many bytes the first part may take. */
	most: number;
	/** How many it is to take at least, so that a message is not cut short; 0 or less when any number will do. */
	least: number;
	bytesOf(block: MarkdownBlock): number;
}

/** The part that fits, and what is left. */
type Cut = [first: MarkdownBlock, rest: MarkdownBlock];

type BlockOf<Kind> = Extract<MarkdownBlock, { kind: Kind }>;

/** The most characters of a text that fit, found by halving. */
function longestFit(text: string, most: number, fits: (part: string) => boolean): number {
	let low = 0;
	let high = Math.min(text.length, Math.floor(most));
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (fits(text.slice(0, middle))) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** The end of a text without empty lines, also those of a quote. */
function withoutBlankEnd(text: string): string {
	let end = text.length;
	for (;;) {
		const start = text.lastIndexOf('\n', end - 1) + 1;
		if (end === 0 || !/^[> \t]*$/.test(text.slice(start, end))) return text.slice(0, end);
		end = Math.max(0, start - 1);
	}
}

/** The start of a text without empty lines. */
function withoutBlankStart(text: string): string {
	let start = 0;
	for (;;) {
		const end = text.indexOf('\n', start);
		if (end < 0 || !/^[> \t]*$/.test(text.slice(start, end))) return text.slice(start);
		start = end + 1;
	}
}

/** Cuts between paragraphs, else between lines, else between words; a message that is filled well, between paragraphs only. */
function cutText({ text }: BlockOf<'text'>, { most, least, bytesOf }: Space): Cut | undefined {
	const fitsInto = (bytes: number) => (part: string) =>
		bytesOf({ kind: 'text', text: part }) <= bytes;
	const limit = longestFit(text, most, fitsInto(most));
	const floor = least > 0 ? longestFit(text, least, fitsInto(least)) : 0;
	const paragraphEnd = text.lastIndexOf('\n\n', limit);
	if (limit === 0 || (least <= 0 && paragraphEnd <= 0)) return undefined;
	const [end, resume] = least > 0 ? cutLines(text, floor, limit) : [paragraphEnd, paragraphEnd + 2];
	return [
		{ kind: 'text', text: withoutBlankEnd(text.slice(0, end)) },
		{ kind: 'text', text: dedented(withoutBlankStart(text.slice(resume))) },
	];
}

/** Cuts between lines, which stay as they are; a line that is far too long, anywhere. */
function cutCode(block: BlockOf<'code'>, { most, bytesOf }: Space): Cut | undefined {
	const { text } = block;
	const limit = longestFit(text, most, (part) => bytesOf({ ...block, text: part }) <= most);
	const lineEnd = text.lastIndexOf('\n', limit);
	const isLine = lineEnd > limit / 2;
	const end = isLine ? lineEnd : limit - (isTrailSurrogate(text, limit) ? 1 : 0);
	if (end <= 0) return undefined;
	return [
		{ ...block, text: text.slice(0, end) },
		{ ...block, text: text.slice(isLine ? end + 1 : end) },
	];
}

/** Cuts between rows, and repeats the header. */
function cutTable({ cells }: BlockOf<'table'>, { most, bytesOf }: Space): Cut | undefined {
	const [header, ...rows] = cells;
	const tableOf = (from: number, to: number): MarkdownBlock => ({
		kind: 'table',
		cells: [header, ...rows.slice(from, to)],
	});
	const fits = (count: number) => bytesOf(tableOf(0, count)) <= most;
	let low = 0;
	let high = 1;
	while (high < rows.length && fits(high)) [low, high] = [high, high * 2];
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (fits(middle)) low = middle;
		else high = middle;
	}
	return low > 0 ? [tableOf(0, low), tableOf(low, rows.length)] : undefined;
}

/**
 * Cuts a block that is longer than the space for it.
 *
 * @returns undefined when it cannot be cut there
 */
export function cutBlock(block: MarkdownBlock, space: Space): Cut | undefined {
	if (block.kind === 'text') return cutText(block, space);
	if (block.kind === 'code') return cutCode(block, space);
	return block.kind === 'table' ? cutTable(block, space) : undefined;
}

/** What can be cut anywhere, of a table with a row that is longer than a message. */
export const asCode = (block: MarkdownBlock): MarkdownBlock =>
	block.kind === 'table' ? { kind: 'code', text: tableText(block.cells), language: '' } : block;
