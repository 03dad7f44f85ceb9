import { el } from '../dom.js';
import { callsBack } from './actions.js';
import { connect } from './form.js';
import { drawText } from './text.js';

/**
 * A box to tick. Outside of a form and without a callback it changes on the page alone, as in Lark.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawChecker(node, context) {
	const initial = node.checked === true;
	const disabled = node.disabled === true || !context.press;
	const field = el('input', { type: 'checkbox', checked: initial, disabled });
	if (context.form || callsBack(node)) {
		connect(node, context, {
			value: () => field.checked,
			reset: () => (field.checked = initial),
			target: field,
		});
	}
	return el('label', { className: 'tick' }, field, el('span', {}, ...drawText(node.text, context)));
}
