/**
 * Finds the one element with this selector.
 *
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {any} the element; typed loosely because the page's own markup decides what it is
 */
export function find(selector, root = document) {
	const node = root.querySelector(selector);
	if (!node) throw new Error(`No ${selector} on the page`);
	return node;
}

/**
 * Creates an element. Text only ever becomes text nodes, never markup.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} [properties] such as className, onclick, ariaLabel
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, properties = {}, ...children) {
	const node = Object.assign(document.createElement(tag), properties);
	node.append(...children);
	return node;
}

/**
 * Shows a message in a form's alert line, or hides the line.
 *
 * @param {HTMLFormElement} form
 * @param {string} [message]
 */
export function showError(form, message = '') {
	const line = find('.error', form);
	line.textContent = message;
	line.hidden = !message;
}

/**
 * Fills a select and keeps its choice if that still exists.
 *
 * @param {HTMLSelectElement} select
 * @param {Array<{ value: string, label: string }>} choices
 */
export function fillSelect(select, choices) {
	const previous = select.value;
	select.replaceChildren(
		...choices.map(({ value, label }) => el('option', { value, textContent: label })),
	);
	if (choices.some(({ value }) => value === previous)) select.value = previous;
}

/**
 * @param {number} time in milliseconds
 * @param {Intl.DateTimeFormatOptions} [options]
 */
export function clockTime(time, options = { timeStyle: 'short' }) {
	return new Intl.DateTimeFormat(undefined, options).format(time);
}

const TOAST_MS = 4_000;

/**
 * Shows a line above the page for a moment.
 *
 * @param {string} text
 * @param {string} [type] info, success, warning or error
 */
export function showToast(text, type = 'info') {
	const line = find('#toast');
	line.textContent = text;
	line.className = type;
	line.hidden = false;
	setTimeout(() => (line.hidden = line.textContent === text), TOAST_MS);
}
