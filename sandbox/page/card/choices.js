import { wordsOf } from './text.js';

/**
 * What can be chosen in a select: its options, or people.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 * @returns {Array<{ value: string, label: string }>}
 */
export function choicesOf({ tag, options = [] }, { members, draw }) {
	const given = Array.isArray(options) ? options.filter(Boolean) : [];
	if (!String(tag).endsWith('_person')) {
		return given.map(({ value, text }) => ({
			value: String(value),
			label: wordsOf(text) || String(value),
		}));
	}
	const offered = given.filter(({ value }) => members.some(({ open_id: id }) => id === value));
	return offered.length > 0
		? offered.map(({ value }) => ({ value: String(value), label: draw.nameOf(String(value)) }))
		: members.map(({ open_id, name }) => ({ value: open_id, label: name }));
}
