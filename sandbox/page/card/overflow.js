import { el } from '../dom.js';
import { isWebAddress, link } from '../text/parts.js';
import { connect } from './form.js';
import { dropdown } from './menu.js';
import { wordsOf } from './text.js';

/**
 * A folded list of buttons, which send their value or open an address.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawOverflow(node, context) {
	const given = Array.isArray(node.options) ? node.options.filter(Boolean) : [];
	let chosen = '';
	const entries = given.map((/** @type {any} */ { value, text, url, multi_url: several }) => {
		const address = String(several?.url ?? url ?? '');
		if (value === undefined && isWebAddress(address)) return link(address, wordsOf(text));
		return el(
			'button',
			{
				type: 'button',
				onclick: () => {
					chosen = String(value);
					menu.open = false;
					menu.dispatchEvent(new Event('change'));
				},
			},
			wordsOf(text),
		);
	});
	const disabled = node.disabled === true || !context.press;
	const dots = el('span', { className: 'card-button' }, '⋯');
	const menu = dropdown({ label: 'More', className: 'overflow', disabled }, dots, ...entries);
	connect(node, context, { value: () => chosen, reset: () => (chosen = ''), target: menu });
	return menu;
}
