import { el } from '../dom.js';
import { choicesOf } from './choices.js';
import { connect } from './form.js';
import { labelled } from './input.js';
import { dropdown } from './menu.js';
import { wordsOf } from './text.js';

/**
 * Several choices among options or people. Outside of a form they are sent when the list is closed.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawMultiSelect(node, context) {
	const initial = Array.isArray(node.selected_values) ? node.selected_values : [];
	const choices = choicesOf(node, context);
	const boxes = choices.map(({ value }) =>
		el('input', { type: 'checkbox', value, checked: initial.includes(value) }),
	);
	const entries = choices.map(({ label }, at) =>
		el('label', { className: 'tick' }, boxes[at], el('span', {}, label)),
	);
	const line = el('span', { className: 'chosen' });
	const chosen = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);
	let before = String(chosen());

	const show = () => {
		const names = choices.filter((_choice, at) => boxes[at].checked).map(({ label }) => label);
		const hint = el('span', { className: 'hint' }, wordsOf(node.placeholder) || 'Choose');
		const chips = names.map((name) => el('span', { className: 'chip' }, name));
		line.replaceChildren(...(chips.length > 0 ? chips : [hint]));
	};
	const disabled = node.disabled === true || !context.press;
	const close = () => {
		if (String(chosen()) === before) return;
		before = String(chosen());
		list.dispatchEvent(new Event('change'));
	};
	const label = wordsOf(node.label) || wordsOf(node.placeholder) || String(node.name ?? node.tag);
	const list = dropdown(
		{ label, className: 'multi-select', disabled, onClose: close },
		line,
		...entries,
	);
	for (const box of boxes) {
		box.addEventListener('change', (event) => {
			event.stopPropagation();
			show();
		});
	}
	show();
	connect(node, context, {
		value: chosen,
		reset: () => {
			for (const box of boxes) box.checked = initial.includes(box.value);
			before = String(chosen());
			show();
		},
		target: list,
	});
	return labelled(node, list);
}
