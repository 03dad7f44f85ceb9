import { el } from '../dom.js';
import { blocks } from '../text/blocks.js';
import { inline } from '../text/inline.js';
import { colorClass } from '../text/tags.js';

/** @typedef {import('./card.js').CardContext} CardContext */

/**
 * Draws a text object: `plain_text` as it is, `lark_md` with its marks.
 *
 * @param {any} text
 * @param {CardContext} context
 * @returns {Array<Node | string>}
 */
export function drawText(text, { draw }) {
	const content = typeof text === 'string' ? text : (text?.content ?? text?.text ?? '');
	if (typeof content !== 'string') return [];
	return text?.tag === 'lark_md' || text?.tag === 'markdown'
		? inline(content, { ...draw, tags: true, markdown: true })
		: [content];
}

/** @param {any} text @returns {string} the words of a text object */
export const wordsOf = (text) => (typeof text === 'string' ? text : String(text?.content ?? ''));

/**
 * A Markdown element.
 *
 * @param {any} node
 * @param {CardContext} context
 */
export function drawMarkdown(node, { draw, type }) {
	const { content = '', element_id: id, text_align: align, text_size: size } = node;
	const className = `markdown ${sizeClass(size)} ${colorClass(node.text_color)}`;
	const block = el('div', { className });
	const show = (/** @type {string} */ text) =>
		block.replaceChildren(...blocks(text, { ...draw, tags: true, markdown: true }));
	if (id && type) type(String(id), String(content), show);
	else show(String(content));
	if (['center', 'right'].includes(align)) block.style.textAlign = align;
	return block;
}

/** @param {unknown} size */
export function sizeClass(size) {
	if (size === 'notation' || size === 'x-small') return 'small';
	return /^(?:heading|x+-large|large)/.test(String(size)) ? 'large' : '';
}
