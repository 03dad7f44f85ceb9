import { el } from '../dom.js';
import { choicesOf } from './choices.js';
import { connect } from './form.js';
import { labelled } from './input.js';
import { wordsOf } from './text.js';

/**
 * One choice among options or people.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawSelect(node, context) {
	const choices = choicesOf(node, context);
	const { initial_option: option, initial_index: index } = node;
	const initial = option ?? choices[Number(index) - 1]?.value ?? '';
	const options = choices.map(({ value, label }) =>
		el('option', { value, selected: value === initial, textContent: label }),
	);
	const empty = el('option', { value: '', textContent: wordsOf(node.placeholder) || 'Choose' });
	const field = el(
		'select',
		{ disabled: node.disabled === true || !context.press },
		empty,
		...options,
	);
	connect(node, context, {
		value: () => field.value || undefined,
		reset: () => (field.value = choices.some(({ value }) => value === initial) ? initial : ''),
		target: field,
	});
	return labelled(node, field);
}
