import { el } from '../dom.js';
import { connect } from './form.js';
import { labelled } from './input.js';
import { wordsOf } from './text.js';

/** @type {Record<string, { type: string, initial: string }>} */
const KINDS = {
	date_picker: { type: 'date', initial: 'initial_date' },
	picker_time: { type: 'time', initial: 'initial_time' },
	picker_datetime: { type: 'datetime-local', initial: 'initial_datetime' },
};

/**
 * A date, a time, or both.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawDate(node, context) {
	const { type, initial } = KINDS[node.tag];
	const value = String(node[initial] ?? '').replace(' ', 'T');
	const placeholder = wordsOf(node.placeholder);
	const disabled = node.disabled === true || !context.press;
	const field = el('input', { type, value, placeholder, disabled });
	const show = () => field.classList.toggle('empty', field.value === '' && placeholder !== '');
	field.addEventListener('change', show);
	show();
	connect(node, context, {
		value: () => field.value.replace('T', ' ') || undefined,
		reset: () => {
			field.value = value;
			show();
		},
		target: field,
	});
	return labelled(node, field);
}
