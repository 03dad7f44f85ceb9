import { el } from '../dom.js';
import { inline } from './inline.js';
import { isTableStart, takeTable } from './table.js';

/** @typedef {import('./inline.js').Draw} Draw */
/** @typedef {{ lines: string[], at: number }} Reader */

const FENCE = /^\s*(```+|~~~+)\s*(\S*)/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const RULE = /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/;
const QUOTE = /^\s*>\s?/;
const ITEM = /^(\s*)(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/;
const MAX_DEPTH = 8;

/** @param {string[]} lines @param {number} at whether something other than a paragraph begins here */
const isSpecial = (lines, at) =>
	[FENCE, HEADING, RULE, QUOTE, ITEM].some((pattern) => pattern.test(lines[at])) ||
	isTableStart(lines, at);

/**
 * Draws Markdown as the Markdown element of a card shows it: headings, lists, quotes, code, tables, lines.
 *
 * @param {string} markdown
 * @param {Draw} draw
 * @param {number} [depth]
 * @returns {Node[]}
 */
export function blocks(markdown, draw, depth = 0) {
	const reader = { lines: markdown.split(/\r?\n/), at: 0 };
	/** @type {Node[]} */
	const drawn = [];
	while (reader.at < reader.lines.length) {
		const line = reader.lines[reader.at];
		if (line.trim() === '') reader.at++;
		else
			drawn.push(depth < MAX_DEPTH ? takeBlock(reader, draw, depth) : takeParagraph(reader, draw));
	}
	return drawn;
}

/** @param {Reader} reader @param {Draw} draw @param {number} depth @returns {Node} */
function takeBlock(reader, draw, depth) {
	const line = reader.lines[reader.at];
	const fence = FENCE.exec(line);
	if (fence) return takeCode(reader, fence[1]);
	const heading = HEADING.exec(line);
	if (heading) {
		reader.at++;
		const level = /** @type {'h3'} */ (`h${Math.min(heading[1].length + 2, 6)}`);
		return el(level, { className: `level-${heading[1].length}` }, ...inline(heading[2], draw));
	}
	if (RULE.test(line)) {
		reader.at++;
		return el('hr');
	}
	if (QUOTE.test(line)) return takeQuote(reader, draw, depth);
	if (ITEM.test(line)) return takeList(reader, draw, depth);
	if (isTableStart(reader.lines, reader.at)) return takeTable(reader, draw);
	return takeParagraph(reader, draw);
}

/** @param {Reader} reader @param {string} fence */
function takeCode(reader, fence) {
	const start = ++reader.at;
	while (reader.at < reader.lines.length && !reader.lines[reader.at].trim().startsWith(fence)) {
		reader.at++;
	}
	const code = reader.lines.slice(start, reader.at++).join('\n');
	return el('pre', { className: 'code' }, code);
}

/** @param {Reader} reader @param {Draw} draw @param {number} depth */
function takeQuote(reader, draw, depth) {
	const start = reader.at;
	while (QUOTE.test(reader.lines[reader.at] ?? '')) reader.at++;
	const quoted = reader.lines.slice(start, reader.at).map((line) => line.replace(QUOTE, ''));
	return el('blockquote', {}, ...blocks(quoted.join('\n'), draw, depth + 1));
}

/**
 * Takes the items of one depth; what is indented further belongs to the item above it.
 *
 * @param {Reader} reader @param {Draw} draw @param {number} depth
 */
function takeList(reader, draw, depth) {
	const first = ITEM.exec(reader.lines[reader.at]) ?? ['', '', undefined, ''];
	const indent = first[1].length;
	const list = first[2] ? el('ol', { start: Number(first[2]) }) : el('ul');
	while (reader.at < reader.lines.length) {
		const item = ITEM.exec(reader.lines[reader.at]);
		if (!item || item[1].length > indent + 1 || !!item[2] !== !!first[2]) break;
		if (item[1].length < indent) break;
		reader.at++;
		const start = reader.at;
		while (
			/^\s*\S/.test(reader.lines[reader.at] ?? '') &&
			indentOf(reader, reader.at) > indent + 1
		) {
			reader.at++;
		}
		const below = reader.lines.slice(start, reader.at).map((line) => line.slice(indent + 2));
		const inner = blocks(below.join('\n'), draw, depth + 1);
		list.append(el('li', {}, ...inline(item[3], draw), ...inner));
	}
	return list;
}

/** @param {Reader} reader @param {number} at */
const indentOf = ({ lines }, at) => lines[at].length - lines[at].trimStart().length;

/** @param {Reader} reader @param {Draw} draw */
function takeParagraph(reader, draw) {
	const start = reader.at++;
	const goesOn = () =>
		(reader.lines[reader.at] ?? '').trim() !== '' && !isSpecial(reader.lines, reader.at);
	while (goesOn()) reader.at++;
	return el('p', {}, ...inline(reader.lines.slice(start, reader.at).join('\n'), draw));
}
