import { el } from '../dom.js';
import { connect } from './form.js';
import { wordsOf } from './text.js';

const MAX_LENGTH = 1_000;
const ROWS = 5;

/**
 * A text to fill in.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawInput(node, context) {
	const { input_type: type, default_value: initial = '', max_length: limit, rows } = node;
	const facts = {
		value: String(initial),
		placeholder: wordsOf(node.placeholder),
		required: node.required === true,
		disabled: node.disabled === true || !context.press,
		maxLength: Number(limit) || MAX_LENGTH,
	};
	const field =
		type === 'multiline_text'
			? el('textarea', { ...facts, rows: Number(rows) || ROWS })
			: el('input', { ...facts, type: type === 'password' ? 'password' : 'text' });
	connect(node, context, {
		value: () => field.value,
		reset: () => (field.value = facts.value),
		target: field,
	});
	return labelled(node, field);
}

/** @param {any} node @param {HTMLElement} field @returns {HTMLElement} the field below or beside its label */
export function labelled(node, field) {
	if (node.width === 'fill') field.classList.add('fill');
	const label = wordsOf(node.label);
	const words = label || wordsOf(node.placeholder) || String(node.name ?? node.tag);
	if (field.tagName !== 'DETAILS') field.ariaLabel = words;
	if (!label) return field;
	const mark = node.required === true ? el('span', { className: 'required' }, ' *') : '';
	const name = el('span', {}, label, mark);
	const place = node.label_position === 'left' ? 'left' : '';
	return el('div', { className: `labelled ${place}` }, name, field);
}
