import { el } from '../dom.js';
import { connect } from './form.js';
import { wordsOf } from './text.js';

/**
 * A folded list of buttons.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawOverflow(node, context) {
	const given = Array.isArray(node.options) ? node.options.filter(Boolean) : [];
	const options = given.map((/** @type {any} */ { value, text }) =>
		el('option', { value: String(value), textContent: wordsOf(text) }),
	);
	const first = el('option', { value: '', textContent: '⋯' });
	const field = el('select', { disabled: !context.press, ariaLabel: 'More' }, first, ...options);
	connect(node, context, {
		value: () => field.value,
		reset: () => (field.value = ''),
		target: field,
	});
	return field;
}
