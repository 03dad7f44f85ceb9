import { el } from '../dom.js';
import { colorClass } from '../text/tags.js';
import { drawText } from './text.js';

/** @typedef {import('./card.js').CardContext} CardContext */

/** @param {unknown} style @returns {string} */
export function backgroundClass(style) {
	if (style === undefined || style === 'default') return '';
	return `shaded ${colorClass(style)}`;
}

/**
 * A container that can be pressed as a whole; the page presses only what is in it.
 *
 * @param {any} node
 * @param {CardContext} context
 */
export function drawContainer({ elements, has_border: border, background_style: style }, context) {
	const name = `container ${border ? 'bordered' : ''} ${backgroundClass(style)}`;
	return el('div', { className: name }, ...context.elements(elements));
}

/**
 * A panel that is folded in or out.
 *
 * @param {any} node
 * @param {CardContext} context
 */
export function drawPanel({ expanded, header, elements }, context) {
	return el(
		'details',
		{ open: expanded === true, className: 'fold' },
		el('summary', {}, ...drawText(header?.title, context)),
		...context.elements(elements),
	);
}
