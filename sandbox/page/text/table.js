import { el } from '../dom.js';
import { inline } from './inline.js';

/** @typedef {import('./inline.js').Draw} Draw */

const DELIMITER = /^[\s|:-]*-[\s|:-]*$/;

/** @param {string[]} lines @param {number} at */
export function isTableStart(lines, at) {
	const next = lines[at + 1];
	return lines[at].includes('|') && next?.includes('|') === true && DELIMITER.test(next);
}

/** @param {string} line @returns {string[]} a `\|` is no border */
function cellsOf(line) {
	const cells = line
		.trim()
		.replaceAll('\\|', '\u0000')
		.split('|')
		.map((cell) => cell.replaceAll('\u0000', '|').trim());
	if (cells[0] === '') cells.shift();
	if (cells.at(-1) === '') cells.pop();
	return cells;
}

/** @param {string} delimiter @returns {string} */
const alignOf = (delimiter) =>
	delimiter.endsWith(':') ? (delimiter.startsWith(':') ? 'center' : 'right') : '';

/**
 * Takes a table of Markdown.
 *
 * @param {{ lines: string[], at: number }} reader
 * @param {Draw} draw
 */
export function takeTable(reader, draw) {
	const head = cellsOf(reader.lines[reader.at]);
	const aligns = cellsOf(reader.lines[reader.at + 1]).map(alignOf);
	reader.at += 2;
	/** @type {HTMLElement[]} */
	const rows = [];
	while (reader.lines[reader.at]?.includes('|')) {
		const cells = cellsOf(reader.lines[reader.at++]);
		rows.push(
			row(
				'td',
				head.map((_, index) => cells[index] ?? ''),
			),
		);
	}
	return el(
		'div',
		{ className: 'table' },
		el('table', {}, el('thead', {}, row('th', head)), el('tbody', {}, ...rows)),
	);

	/** @param {'td' | 'th'} tag @param {string[]} cells */
	function row(tag, cells) {
		const drawn = cells.map((cell, index) => {
			const node = el(tag, {}, ...inline(cell, draw));
			node.style.textAlign = aligns[index] ?? '';
			return node;
		});
		return el('tr', {}, ...drawn);
	}
}
