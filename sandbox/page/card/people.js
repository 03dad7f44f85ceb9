import { el } from '../dom.js';

/**
 * One person or several, by name.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawPeople({ user_id: id, persons = [] }, { draw }) {
	const ids = id === undefined ? persons.map((/** @type {any} */ person) => person?.id) : [id];
	const names = ids.map((/** @type {unknown} */ each) =>
		el('span', { className: 'mention' }, draw.nameOf(String(each))),
	);
	return el('div', { className: 'row' }, ...names);
}
