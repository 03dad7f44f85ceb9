import { el } from '../dom.js';
import { image } from '../resources.js';
import { connect } from './form.js';
import { wordsOf } from './text.js';

const LAYOUTS = ['stretch', 'bisect', 'trisect'];
const RATIOS = ['1:1', '16:9', '4:3'];
let groups = 0;

/**
 * One image or several to choose.
 *
 * @param {any} node
 * @param {import('./card.js').CardContext} context
 */
export function drawSelectImage(node, context) {
	const several = node.multi_select === true;
	const given = Array.isArray(node.options) ? node.options.filter(Boolean) : [];
	const group = `images-${(groups += 1)}`;
	/** @type {HTMLInputElement[]} */
	const boxes = given.map((/** @type {any} */ { value, disabled }, /** @type {number} */ at) =>
		el('input', {
			type: several ? 'checkbox' : 'radio',
			name: group,
			value: String(value),
			ariaLabel: wordsOf(given[at].hover_tips) || String(value),
			disabled: disabled === true || node.disabled === true || !context.press,
		}),
	);
	const ratio = RATIOS.includes(node.aspect_ratio) ? node.aspect_ratio : '16:9';
	const tiles = given.map((/** @type {any} */ option, /** @type {number} */ at) => {
		const picture = image(option.img_key, wordsOf(option.hover_tips) || String(option.value));
		const tile = el('label', { className: 'image-choice' }, boxes[at], picture);
		tile.style.aspectRatio = ratio.replace(':', ' / ');
		return tile;
	});
	const layout = LAYOUTS.includes(node.layout) ? node.layout : 'bisect';
	const target = el('div', { className: `select-img ${layout}` }, ...tiles);
	const chosen = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);
	connect(node, context, {
		value: () => (several ? chosen() : chosen()[0]),
		reset: () => boxes.forEach((box) => (box.checked = false)),
		target,
	});
	return target;
}
