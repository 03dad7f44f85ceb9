import { el } from '../dom.js';

/**
 * A list that opens below a line and closes when anything else is pressed.
 *
 * @param {object} given
 * @param {string} given.label
 * @param {string} given.className
 * @param {boolean} given.disabled
 * @param {() => void} [given.onClose]
 * @param {HTMLElement} line what is always there
 * @param {...Node} entries
 */
export function dropdown({ label, className, disabled, onClose }, line, ...entries) {
	const summary = el('summary', { ariaLabel: label }, line);
	const details = el(
		'details',
		{ className: `dropdown ${className}` },
		summary,
		el('div', { className: 'dropdown-list' }, ...entries),
	);
	if (disabled) {
		details.classList.add('disabled');
		summary.tabIndex = -1;
		summary.addEventListener('click', (event) => event.preventDefault());
	}
	/** @param {Event} event */
	const closeOutside = ({ target, type }) => {
		const key = type === 'keydown';
		if (!key && details.contains(/** @type {Node} */ (target))) return;
		details.open = false;
	};
	/** @param {KeyboardEvent} event */
	const closeOnEscape = (event) => event.key === 'Escape' && closeOutside(event);
	details.addEventListener('toggle', () => {
		const listen = details.open ? 'addEventListener' : 'removeEventListener';
		document[listen]('pointerdown', closeOutside);
		document[listen]('keydown', /** @type {EventListener} */ (closeOnEscape));
		if (!details.open) onClose?.();
	});
	return details;
}
