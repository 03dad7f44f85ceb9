import { el } from '../dom.js';
import { backgroundClass } from './container.js';

/**
 * Columns side by side.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawColumns(
	{ columns = [], flex_mode: mode, background_style: background },
	context,
) {
	const list = Array.isArray(columns) ? columns : [];
	const drawn = list.map((column) => {
		const { elements, width, weight, background_style: own, vertical_align: align } = column ?? {};
		const node = el(
			'div',
			{ className: `column ${backgroundClass(own)}` },
			...context.elements(elements),
		);
		node.style.flex = flexOf(width, weight, mode);
		if (align === 'center') node.style.alignSelf = 'center';
		if (align === 'bottom') node.style.alignSelf = 'flex-end';
		return node;
	});
	return el('div', { className: `columns ${backgroundClass(background)}` }, ...drawn);
}

/** @param {unknown} width @param {unknown} weight @param {unknown} mode */
function flexOf(width, weight, mode) {
	if (width === 'auto') return '0 1 auto';
	if (typeof width === 'string' && /^\d{1,4}px$/.test(width)) return `0 0 ${width}`;
	if (mode === 'bisect' || mode === 'trisect') return `0 0 ${mode === 'bisect' ? 48 : 31}%`;
	const share = Number(weight);
	return `${share >= 1 && share <= 5 ? share : 1} 1 0`;
}
