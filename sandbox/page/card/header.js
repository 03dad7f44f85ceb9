import { el } from '../dom.js';
import { colorClass } from '../text/tags.js';
import { drawText } from './text.js';

/** @typedef {import('./card.js').CardContext} CardContext */

/** The colours of a header that have a name. */
const TEMPLATES = [
	'blue',
	'wathet',
	'turquoise',
	'green',
	'yellow',
	'orange',
	'red',
	'carmine',
	'violet',
	'purple',
	'indigo',
	'grey',
];

/** @param {any} card @param {CardContext} context @returns {Node[]} */
export function drawHeader({ header, title }, context) {
	if (!header)
		return typeof title === 'string' && title ? [el('header', {}, el('h3', {}, title))] : [];
	const template = TEMPLATES.includes(header.template) ? header.template : 'default';
	const tags = (header.text_tag_list ?? []).map((/** @type {any} */ tag) =>
		el('span', { className: `chip ${colorClass(tag.color)}` }, tag.text?.content ?? ''),
	);
	const node = el(
		'header',
		{ className: `template-${template}` },
		el('h3', {}, ...drawText(header.title, context), ...tags),
	);
	if (header.subtitle?.content) {
		node.append(el('p', {}, ...drawText(header.subtitle, context)));
	}
	return [node];
}
