import { el } from '../dom.js';

/** @param {unknown} value */
const listed = (value) => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));

/**
 * A line between messages: `{from_user} invited {to_chatters} to this chat.`
 *
 * @param {any} content
 */
export function systemText({ template, divider_text: divider, ...rest }) {
	const values = { ...rest, divider_text: divider?.text };
	const text = String(template ?? '').replace(/\{(\w+)\}/g, (whole, name) =>
		name in values ? listed(values[name]) : whole,
	);
	return el('span', { className: 'quiet system' }, text);
}
