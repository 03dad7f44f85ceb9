import { el } from '../dom.js';
import { connect } from './form.js';
import { wordsOf } from './text.js';

/**
 * A text to fill in.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawInput(node, context) {
	const {
		input_type: type,
		default_value: initial = '',
		max_length: limit = 1000,
		rows = 3,
	} = node;
	const facts = {
		value: String(initial),
		placeholder: wordsOf(node.placeholder),
		required: node.required === true,
		disabled: node.disabled === true || !context.press,
		maxLength: Number(limit) || 1000,
	};
	const field =
		type === 'multiline_text'
			? el('textarea', { ...facts, rows: Number(rows) || 3 })
			: el('input', { ...facts, type: type === 'password' ? 'password' : 'text' });
	connect(node, context, {
		value: () => field.value,
		reset: () => (field.value = facts.value),
		target: field,
	});
	return labelled(node, field);
}

/** @param {any} node @param {HTMLElement} field */
export function labelled(node, field) {
	const label = wordsOf(node.label);
	const words = label || wordsOf(node.placeholder) || String(node.name ?? node.tag);
	field.setAttribute('aria-label', words);
	if (!label) return field;
	const mark = node.required === true ? ' *' : '';
	return el('label', { className: 'labelled' }, `${label}${mark}`, field);
}
