import { el } from '../dom.js';
import { connect } from './form.js';
import { labelled } from './input.js';
import { wordsOf } from './text.js';

/** @typedef {import('./card.js').CardContext} CardContext */

/**
 * One choice, or several, among options or people.
 *
 * @param {any} node
 * @param {CardContext} context
 */
export function drawSelect(node, context) {
	const isMultiple = String(node.tag).startsWith('multi_');
	const choices = choicesOf(node, context);
	const initial = isMultiple ? (node.selected_values ?? []) : [initialOf(node, choices)];
	const options = choices.map(({ value, label }) =>
		el('option', { value, selected: initial.includes(value), textContent: label }),
	);
	const empty = el('option', { value: '', textContent: wordsOf(node.placeholder) || 'Choose' });
	const field = el(
		'select',
		{ multiple: isMultiple, disabled: node.disabled === true || !context.press },
		...(isMultiple ? options : [empty, ...options]),
	);
	if (isMultiple) field.size = Math.min(Math.max(options.length, 2), 5);
	connect(node, context, {
		value: () =>
			isMultiple ? [...field.selectedOptions].map(({ value }) => value) : field.value || undefined,
		reset: () => {
			for (const option of field.options) option.selected = initial.includes(option.value);
		},
		target: field,
	});
	return labelled(node, field);
}

/** @param {any} node @param {CardContext} context @returns {Array<{ value: string, label: string }>} */
function choicesOf({ tag, options = [] }, { members, draw }) {
	const given = Array.isArray(options) ? options.filter(Boolean) : [];
	if (!String(tag).endsWith('_person')) {
		return given.map(({ value, text }) => ({
			value: String(value),
			label: wordsOf(text) || String(value),
		}));
	}
	if (given.length === 0)
		return members.map(({ open_id, name }) => ({ value: open_id, label: name }));
	return given.map(({ value }) => ({ value: String(value), label: draw.nameOf(String(value)) }));
}

/** @param {any} node @param {Array<{ value: string }>} choices */
const initialOf = ({ initial_option: option, initial_index: index }, choices) =>
	option ?? choices[Number(index) - 1]?.value ?? '';
