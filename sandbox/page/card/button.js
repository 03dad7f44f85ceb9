import { el } from '../dom.js';
import { isWebAddress, link } from '../text/parts.js';
import { isReset, isSubmit } from './actions.js';
import { confirmed } from './confirm.js';
import { formValues, markMissing } from './form.js';
import { wordsOf } from './text.js';

const TYPES = [
	'primary',
	'danger',
	'text',
	'primary_text',
	'danger_text',
	'primary_filled',
	'danger_filled',
	'laser',
];
const SIZES = ['tiny', 'small', 'medium', 'large'];

/** @param {any} button the address that it opens */
const urlOf = ({ url, multi_url: several, behaviors }) =>
	url ??
	several?.url ??
	(Array.isArray(behaviors)
		? behaviors.find((/** @type {any} */ behavior) => behavior?.type === 'open_url')?.default_url
		: undefined);

/** @param {any} node */
function classOf({ type, size, width }) {
	const kinds = TYPES.includes(type) ? `${type.replace('_', ' ')}` : 'default';
	return `card-button ${kinds} ${SIZES.includes(size) ? `size-${size}` : ''} ${width === 'fill' ? 'fill' : ''}`;
}

/**
 * A button that sends something, submits or empties the form around it, or opens an address.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawButton(node, context) {
	const { numbers, press, form, language } = context;
	const number = numbers.get(node);
	const url = String(urlOf(node) ?? '');
	const text = wordsOf(node.text);
	if (number === undefined && isWebAddress(url) && node.disabled !== true) {
		return Object.assign(link(url, text), { className: classOf(node) });
	}
	const isUsable = number !== undefined ? press !== undefined : isReset(node);
	const disabled = node.disabled === true || !isUsable;
	const title = wordsOf(node.disabled === true ? node.disabled_tips : node.hover_tips);
	const button = el('button', { type: 'button', className: classOf(node), disabled, title }, text);
	button.addEventListener('click', async () => {
		if (isReset(node)) return form?.resets.forEach((reset) => reset());
		if (form && isSubmit(node)) markMissing(form);
		if (number === undefined || !press || !(await confirmed(node, language))) return;
		button.disabled = true;
		button.classList.add('waiting');
		await press({
			button: number,
			...(form && isSubmit(node) && { form_value: formValues(form) }),
		});
		if (isWebAddress(url)) window.open(url, '_blank', 'noreferrer');
		button.classList.remove('waiting');
		button.disabled = false;
	});
	return button;
}
