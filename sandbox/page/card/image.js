import { el } from '../dom.js';
import { image } from '../resources.js';
import { drawText, wordsOf } from './text.js';

/**
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawImage({ img_key: key, alt, title }, context) {
	const figure = el('figure', {}, image(key, wordsOf(alt) || 'Image'));
	if (wordsOf(title)) figure.append(el('figcaption', {}, ...drawText(title, context)));
	return figure;
}

/** Several images beside each other. @param {any} node */
export function drawImages({ img_list: list = [] }) {
	const images = (Array.isArray(list) ? list : []).map((each) => image(each?.img_key, 'Image'));
	return el('div', { className: 'images' }, ...images);
}
