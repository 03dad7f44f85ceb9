import { el } from '../dom.js';
import { image } from '../resources.js';
import { GLYPHS } from './emoji.js';
import { link, mention } from './parts.js';
import { drawTag } from './tags.js';

/**
 * How the texts of a message are drawn.
 *
 * @typedef {object} Draw
 * @property {(id: string) => string} nameOf the name behind the ID or the placeholder of a person
 * @property {boolean} [tags] `<b>`, `<at>` and the like, and `[text](address)`
 * @property {boolean} [markdown] marks such as `**`, emoji such as `:OK:` and images, too
 */

const LINK = /(!?)\[([^\][\n]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)?)\)/y;
const ADDRESS = /https?:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?)\]}*]/y;
const PLACEHOLDER = /@_(?:user_\d+|all\b)/y;
const EMOJI = /:([A-Za-z0-9_]+):/y;
const ENTITY = /&(?:(lt|gt|amp|quot|nbsp)|#(\d{1,6}));/y;
/** @type {Record<string, string>} */
const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: '\u00a0' };
/** The longer ones first. @type {Array<[string, 'b' | 'i' | 's']>} */
const MARKS = [
	['**', 'b'],
	['__', 'b'],
	['~~', 's'],
	['*', 'i'],
];
/** Where something may begin. */
const NEXT = /[\\`*_~![<:&@h]/g;
const MAX_DEPTH = 12;

/**
 * Draws one run of text. Text only ever becomes text: whatever is not known here stays as it is written.
 *
 * @param {string} text
 * @param {Draw} draw
 * @param {number} [depth]
 * @returns {Array<Node | string>}
 */
export function inline(text, draw, depth = 0) {
	/** @type {Array<Node | string>} */
	const nodes = [];
	/** @type {Set<string>} */
	const unclosed = new Set();
	let plain = '';
	let at = 0;
	while (at < text.length) {
		const found = depth < MAX_DEPTH ? begin(text, at, draw, depth, unclosed) : undefined;
		if (found) {
			if (plain) nodes.push(plain);
			plain = '';
			nodes.push(...found.nodes);
			at = found.end;
		} else {
			NEXT.lastIndex = at + 1;
			const next = NEXT.exec(text)?.index ?? text.length;
			plain += text.slice(at, next);
			at = next;
		}
	}
	return plain ? [...nodes, plain] : nodes;
}

/** @typedef {{ nodes: Array<Node | string>, end: number } | undefined} Found */

/**
 * What begins at a place.
 *
 * @param {string} text @param {number} at @param {Draw} draw @param {number} depth @param {Set<string>} unclosed
 * @returns {Found}
 */
function begin(text, at, draw, depth, unclosed) {
	const inner = (/** @type {string} */ part) => inline(part, draw, depth + 1);
	switch (text[at]) {
		case '@':
			return match(PLACEHOLDER, text, at, ([key]) => [mention(draw.nameOf(key))]);
		case 'h':
			return match(ADDRESS, text, at, ([href]) => [link(href, href)]);
		case '<':
			return draw.tags ? drawTag(text, at, inner, draw, unclosed) : undefined;
		case '[':
			return draw.tags ? drawLink(text, at, inner) : undefined;
	}
	if (!draw.markdown) return undefined;
	switch (text[at]) {
		case '!':
			return drawLink(text, at, inner);
		case '\\':
			return /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')
				? { nodes: [text[at + 1]], end: at + 2 }
				: undefined;
		case ':':
			return match(EMOJI, text, at, ([, name]) =>
				Object.hasOwn(GLYPHS, name) ? [GLYPHS[name]] : undefined,
			);
		case '&':
			return match(ENTITY, text, at, ([, name, code]) => [
				name ? ENTITIES[name] : String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
			]);
		case '`':
			return drawCode(text, at, unclosed);
		default:
			return drawMark(text, at, inner, unclosed);
	}
}

/**
 * @param {RegExp} pattern sticky
 * @param {string} text @param {number} at
 * @param {(groups: RegExpExecArray) => Array<Node | string> | undefined} drawn
 * @returns {Found}
 */
function match(pattern, text, at, drawn) {
	pattern.lastIndex = at;
	const groups = pattern.exec(text);
	const nodes = groups ? drawn(groups) : undefined;
	return groups && nodes ? { nodes, end: at + groups[0].length } : undefined;
}

/** @param {string} text @param {number} at @param {(part: string) => Array<Node | string>} inner @returns {Found} */
function drawLink(text, at, inner) {
	return match(LINK, text, at, ([, isImage, label, target]) =>
		isImage ? [image(target, label || 'Image')] : [link(target, ...inner(label))],
	);
}

/** @param {string} text @param {number} at @param {Set<string>} unclosed @returns {Found} */
function drawCode(text, at, unclosed) {
	let ticks = '`';
	while (text[at + ticks.length] === '`') ticks += '`';
	const close = closingOf(text, ticks, at + ticks.length, unclosed);
	if (close < 0) return { nodes: [ticks], end: at + ticks.length };
	const code = text.slice(at + ticks.length, close);
	return { nodes: [el('code', {}, code)], end: close + ticks.length };
}

/**
 * @param {string} text @param {number} at @param {(part: string) => Array<Node | string>} inner
 * @param {Set<string>} unclosed
 * @returns {Found}
 */
function drawMark(text, at, inner, unclosed) {
	const [mark, tag] = MARKS.find(([each]) => text.startsWith(each, at)) ?? [];
	if (!mark || !tag || /\s/.test(text[at + mark.length] ?? ' ')) return undefined;
	const close = closingOf(text, mark, at + mark.length, unclosed);
	const content = text.slice(at + mark.length, close);
	if (close < 0 || content === '' || /\s$/.test(content) || content.includes('\n\n'))
		return undefined;
	return { nodes: [el(tag, {}, ...inner(content))], end: close + mark.length };
}

/** @param {string} text @param {string} mark @param {number} from @param {Set<string>} unclosed */
function closingOf(text, mark, from, unclosed) {
	if (unclosed.has(mark)) return -1;
	const close = text.indexOf(mark, from);
	if (close < 0) unclosed.add(mark);
	return close;
}
