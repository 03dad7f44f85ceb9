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
export function drawMarkdown(node, { draw }) {
	const { content = '', text_align: align, text_size: size, text_color: color } = node;
	const drawn = blocks(String(content), { ...draw, tags: true, markdown: true });
	const block = el(
		'div',
		{ className: `markdown ${sizeClass(size)} ${colorClass(color)}` },
		...drawn,
	);
	if (['center', 'right'].includes(align)) block.style.textAlign = align;
	return block;
}

/** @param {unknown} size */
export function sizeClass(size) {
	if (size === 'notation' || size === 'x-small') return 'small';
	return /^(?:heading|x+-large|large)/.test(String(size)) ? 'large' : '';
}
