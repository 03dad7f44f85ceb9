import { el } from '../dom.js';
import { connect } from './form.js';
import { drawText } from './text.js';

/**
 * A box to tick.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawChecker(node, context) {
	const initial = node.checked === true;
	const disabled = node.disabled === true || !context.press;
	const field = el('input', { type: 'checkbox', checked: initial, disabled });
	connect(node, context, {
		value: () => field.checked,
		reset: () => (field.checked = initial),
		target: field,
	});
	return el('label', { className: 'tick' }, field, ' ', ...drawText(node.text, context));
}
