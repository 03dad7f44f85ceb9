import { el } from '../dom.js';
import { isWebAddress, link } from '../text/parts.js';
import { isSubmit } from './actions.js';
import { confirmed, formValues } from './form.js';
import { wordsOf } from './text.js';

/** @param {any} button the address that it opens */
const urlOf = ({ url, multi_url: several, behaviors }) =>
	url ??
	several?.url ??
	(Array.isArray(behaviors)
		? behaviors.find(({ type }) => type === 'open_url')?.default_url
		: undefined);

/**
 * A button that sends something, submits or empties the form around it, or opens an address.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawButton(node, context) {
	const { numbers, press, form } = context;
	const text = wordsOf(node.text);
	const number = numbers.get(node);
	const url = String(urlOf(node) ?? '');
	const kind = `card-button ${String(node.type ?? 'default').split('_')[0]}`;
	if (number === undefined && isWebAddress(url)) {
		const anchor = link(url, text);
		anchor.className = kind;
		return anchor;
	}
	const isReset = node.form_action_type === 'reset' || node.action_type === 'form_reset';
	const isUsable = number !== undefined ? press !== undefined : isReset;
	const button = el(
		'button',
		{ type: 'button', className: kind, disabled: node.disabled === true || !isUsable },
		text,
	);
	button.addEventListener('click', async () => {
		if (isReset) return form?.resets.forEach((reset) => reset());
		if (number === undefined || !press || !confirmed(node)) return;
		button.disabled = true;
		const values = form && isSubmit(node) ? { form_value: formValues(form) } : {};
		await press({ button: number, ...values });
		if (isWebAddress(url)) window.open(url, '_blank', 'noreferrer');
		button.disabled = false;
	});
	return button;
}
