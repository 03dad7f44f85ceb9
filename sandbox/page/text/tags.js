import { el } from '../dom.js';
import { link, mention } from './parts.js';

/** @typedef {import('./inline.js').Draw} Draw */

/** The tags that only change how their text looks. @type {Record<string, 'b' | 'i' | 'u' | 's'>} */
const STYLES = { b: 'b', strong: 'b', i: 'i', em: 'i', u: 'u', s: 's', del: 's' };

const COLORS = ['red', 'green', 'blue', 'orange', 'yellow', 'violet', 'purple', 'grey', 'gray'];
const MORE_COLORS = ['carmine', 'indigo', 'turquoise', 'wathet', 'lime', 'neutral'];

const OPENING = /<([a-z_]+)((?:\s[^<>]*)?)>/iy;
const ATTRIBUTE = /([a-z_]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'/]+))/gi;

/** @param {unknown} color @returns {string} a class; none for a colour that Lark does not have */
export function colorClass(color) {
	const name = String(color).split('-')[0];
	return [...COLORS, ...MORE_COLORS].includes(name) ? `color-${name}` : '';
}

/** @param {string} text @returns {Record<string, string>} */
function attributesOf(text) {
	const entries = [...text.matchAll(ATTRIBUTE)].map(([, name, ...values]) => [
		name.toLowerCase(),
		values.find((value) => value !== undefined) ?? '',
	]);
	return Object.fromEntries(entries);
}

/**
 * Draws the tag that begins at a place, with what is inside.
 *
 * @param {string} text
 * @param {number} at
 * @param {(inner: string) => Array<Node | string>} inside draws what is between the tags
 * @param {Draw} draw
 * @param {Set<string>} unclosed the tags that are known to be closed nowhere after this place
 * @returns {{ nodes: Array<Node | string>, end: number } | undefined} undefined when no known tag begins here
 */
export function drawTag(text, at, inside, draw, unclosed) {
	OPENING.lastIndex = at;
	const opening = OPENING.exec(text);
	if (!opening) return undefined;
	const name = opening[1].toLowerCase();
	const attributes = attributesOf(opening[2]);
	let end = OPENING.lastIndex;
	if (name === 'br') return { nodes: ['\n'], end };
	const closing = `</${name}>`;
	const isOpen = !opening[2].trimEnd().endsWith('/') && !unclosed.has(closing);
	const close = isOpen ? text.indexOf(closing, end) : -1;
	if (isOpen && close < 0) unclosed.add(closing);
	const inner = close < 0 ? '' : text.slice(end, close);
	const nodes = tagNodes(name, attributes, () => inside(inner), draw);
	if (!nodes || (close < 0 && !['at', 'person', 'local_datetime'].includes(name))) return undefined;
	if (close >= 0) end = close + closing.length;
	return { nodes, end };
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {() => Array<Node | string>} inner
 * @param {Draw} draw
 * @returns {Array<Node | string> | undefined}
 */
function tagNodes(name, attributes, inner, draw) {
	if (Object.hasOwn(STYLES, name)) return [el(STYLES[name], {}, ...inner())];
	switch (name) {
		case 'a':
			return [link(attributes.href ?? '', ...inner())];
		case 'at': {
			const id = attributes.user_id ?? attributes.id ?? attributes.ids ?? attributes.email ?? '';
			return [mention(draw.nameOf(id))];
		}
		case 'person':
			return [el('span', { className: 'mention' }, draw.nameOf(attributes.id ?? ''))];
		case 'font':
			return [el('span', { className: colorClass(attributes.color) }, ...inner())];
		case 'text_tag':
			return [el('span', { className: `chip ${colorClass(attributes.color)}` }, ...inner())];
		case 'number_tag':
			return [el('span', { className: 'chip' }, ...inner())];
		case 'local_datetime': {
			const time = Number(attributes.millisecond);
			return [Number.isFinite(time) ? new Date(time).toLocaleString() : ''];
		}
		default:
			return undefined;
	}
}
