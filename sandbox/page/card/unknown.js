import { el } from '../dom.js';

/**
 * An element that the page does not draw: its name and, if it holds others, what is inside.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawUnknown(node, context) {
	const inside = context.elements(node.elements);
	return el('div', { className: 'unknown' }, `[${node.tag ?? 'element without a tag'}]`, ...inside);
}
