import { el } from '../dom.js';
import { drawText, sizeClass } from './text.js';

/**
 * A text, with fields in two columns and something beside it.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawDiv({ text, fields = [], extra }, context) {
	const main = el('div', { className: 'div-main' });
	if (text)
		main.append(el('div', { className: sizeClass(text.text_size) }, ...drawText(text, context)));
	if (Array.isArray(fields) && fields.length > 0) {
		const cells = fields.map(({ is_short: isShort, text: words }) =>
			el('div', { className: isShort ? 'field short' : 'field' }, ...drawText(words, context)),
		);
		main.append(el('div', { className: 'fields' }, ...cells));
	}
	const beside = extra ? el('div', { className: 'extra' }, ...context.elements([extra])) : '';
	return el('div', { className: 'div' }, main, beside);
}
