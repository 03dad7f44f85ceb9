import { el } from '../dom.js';
import { confirmed } from './confirm.js';

/** @typedef {import('./card.js').CardContext} CardContext */
/** @typedef {import('./card.js').FormState} FormState */

/**
 * A form: what is filled in goes to the app when its button is pressed.
 *
 * @param {any} node
 * @param {CardContext} context
 */
export function drawForm({ elements, direction }, context) {
	/** @type {FormState} */
	const form = { fields: [], resets: [] };
	const across = direction === 'horizontal' ? 'across' : '';
	return el('div', { className: `card-form ${across}` }, ...context.within(form, elements));
}

/** @param {unknown} value */
const isEmpty = (value) =>
	value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** @param {FormState} form @returns {Record<string, unknown>} what is filled in; nothing for what is empty */
export function formValues({ fields }) {
	const usable = fields.filter(({ node }) => node.name && node.disabled !== true);
	const entries = usable.map(({ node, value }) => [String(node.name), value()]);
	return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value)));
}

/** Marks the fields that must not be empty, and shows the first one. @param {FormState} form */
export function markMissing({ fields }) {
	const missing = fields.filter(({ node, value }) => node.required === true && isEmpty(value()));
	for (const { target } of fields) target.classList.remove('missing-answer');
	for (const { target } of missing) target.classList.add('missing-answer');
	missing[0]?.target.scrollIntoView({ block: 'nearest' });
	missing[0]?.target.focus();
}

/**
 * Makes an element of the page the answer to an element of the card: a part of the form around it, or sent at once.
 *
 * @param {any} node
 * @param {CardContext} context
 * @param {object} control
 * @param {() => unknown} control.value
 * @param {() => void} control.reset
 * @param {HTMLElement} control.target what changes
 */
export function connect(node, { form, numbers, press, language }, { value, reset, target }) {
	if (form) {
		form.fields.push({ node, value, target });
		form.resets.push(reset);
		target.addEventListener('change', () => target.classList.remove('missing-answer'));
		return;
	}
	const index = numbers.get(node);
	target.addEventListener('change', async () => {
		if (index === undefined || !press) return;
		if (await confirmed(node, language)) await press({ input: { index, answer: value() } });
		else reset();
	});
}
