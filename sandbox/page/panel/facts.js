import { el, showToast } from '../dom.js';

/**
 * A list of values to copy, such as IDs and secrets.
 *
 * @param {Record<string, string>} values by label; an empty one is shown as none
 * @returns {HTMLDListElement}
 */
export const facts = (values) =>
	el(
		'dl',
		{ className: 'facts' },
		...Object.entries(values).flatMap(([label, value]) => [
			el('dt', {}, label),
			el('dd', {}, value ? copyable(label, value) : el('span', { className: 'quiet' }, 'none')),
		]),
	);

/** @param {string} label @param {string} value */
function copyable(label, value) {
	const copy = el(
		'button',
		{ type: 'button', className: 'plain', ariaLabel: `Copy the ${label}` },
		'Copy',
	);
	copy.addEventListener('click', async () => {
		await navigator.clipboard.writeText(value);
		showToast(`${label} copied`);
	});
	return el('span', { className: 'row' }, el('code', {}, value), copy);
}
