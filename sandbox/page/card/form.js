import { el } from '../dom.js';
import { wordsOf } from './text.js';

/** @typedef {import('./card.js').CardContext} CardContext */
/** @typedef {import('./card.js').FormState} FormState */

/**
 * A form: what is filled in goes to the app when its button is pressed.
 *
 * @param {any} node
 * @param {CardContext} context
 */
export function drawForm({ elements }, context) {
	/** @type {FormState} */
	const form = { values: new Map(), resets: [] };
	return el('div', { className: 'card-form' }, ...context.within(form, elements));
}

/** @param {FormState} form @returns {Record<string, unknown>} what is filled in; nothing for what is empty */
export function formValues({ values }) {
	const entries = [...values].map(([name, value]) => [name, value()]);
	return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''));
}

/** Asks what a button or select with `confirm` asks. @param {any} node */
export function confirmed({ confirm: question }) {
	if (!question) return true;
	return window.confirm([question.title, question.text].map(wordsOf).filter(Boolean).join('\n'));
}

/**
 * Makes an element of the page the answer to an element of the card: a part of the form around it, or sent at once.
 *
 * @param {any} node
 * @param {CardContext} context
 * @param {object} control
 * @param {() => unknown} control.value
 * @param {() => void} control.reset
 * @param {EventTarget} control.target what changes
 */
export function connect(node, { form, numbers, press }, { value, reset, target }) {
	if (form) {
		if (node.name) form.values.set(String(node.name), value);
		form.resets.push(reset);
		return;
	}
	const index = numbers.get(node);
	target.addEventListener('change', async () => {
		if (index === undefined || !press) return;
		if (confirmed(node)) await press({ input: { index, answer: value() } });
		else reset();
	});
}
