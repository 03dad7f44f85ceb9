import { el } from '../dom.js';
import { inline } from '../text/inline.js';
import { colorClass } from '../text/tags.js';

/** @typedef {import('./card.js').CardContext} CardContext */

/**
 * A table element. All rows stand on one page.
 *
 * @param {any} node
 * @param {CardContext} context
 */
export function drawTable({ columns = [], rows = [] }, context) {
	const shown = (Array.isArray(columns) ? columns : []).filter(Boolean);
	const head = shown.map(({ display_name: label, name, horizontal_align: align }) =>
		aligned(el('th', {}, String(label ?? name ?? '')), align),
	);
	const body = (Array.isArray(rows) ? rows : []).map((row) =>
		el('tr', {}, ...shown.map((column) => drawCell(row?.[column.name], column, context))),
	);
	return el(
		'div',
		{ className: 'table' },
		el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...body)),
	);
}

/** @param {any} value @param {any} column @param {CardContext} context */
function drawCell(value, { data_type: type, horizontal_align: align, format }, context) {
	return aligned(el('td', {}, ...contentOf(value, type, format, context)), align);
}

/** @param {HTMLElement} cell @param {unknown} align */
function aligned(cell, align) {
	if (align === 'center' || align === 'right') cell.style.textAlign = align;
	return cell;
}

/**
 * @param {any} value @param {string} type @param {any} format @param {CardContext} context
 * @returns {Array<Node | string>}
 */
function contentOf(value, type, format, { draw }) {
	if (value === undefined || value === null) return [];
	if (type === 'options' && Array.isArray(value)) {
		return value.map((each) =>
			el('span', { className: `chip ${colorClass(each?.color)}` }, String(each?.text ?? '')),
		);
	}
	if (type === 'persons') {
		return [value]
			.flat()
			.map((id) => el('span', { className: 'mention' }, draw.nameOf(String(id))));
	}
	if (type === 'date') return [new Date(Number(value)).toLocaleDateString()];
	if (type === 'number') {
		const digits = Number(format?.precision ?? 0);
		const number = Number(value).toLocaleString(undefined, {
			useGrouping: format?.separator === true,
			...(digits > 0 && digits <= 10 && { minimumFractionDigits: digits }),
		});
		return [`${format?.symbol ?? ''}${number}`];
	}
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	const isMarked = type === 'lark_md' || type === 'markdown';
	return isMarked ? inline(text, { ...draw, tags: true, markdown: true }) : [text];
}
