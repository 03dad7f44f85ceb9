import { el } from '../dom.js';
import { fileLink, image } from '../resources.js';
import { blocks } from '../text/blocks.js';
import { glyph } from '../text/emoji.js';
import { inline } from '../text/inline.js';
import { link, mention } from '../text/parts.js';
import { video } from './media.js';

/** @typedef {import('../text/inline.js').Draw} Draw */

/** @type {Record<string, string>} */
const STYLE_TAGS = { bold: 'b', italic: 'i', underline: 'u', lineThrough: 's' };

/** @param {any} content @returns {{ title?: string, content?: any[][] }} also from under a locale */
function bodyOf(content) {
	return Array.isArray(content.content) ? content : (Object.values(content)[0] ?? {});
}

/** @param {any} node @param {Draw} draw @returns {Array<Node | string>} */
function drawNode(node, draw) {
	switch (node.tag) {
		case 'text':
			return inline(String(node.text ?? ''), { nameOf: draw.nameOf });
		case 'md':
			return blocks(String(node.text ?? ''), { ...draw, tags: true, markdown: true });
		case 'a':
			return [link(String(node.href ?? ''), String(node.text ?? ''))];
		case 'at':
			return [mention(draw.nameOf(String(node.user_id)))];
		case 'img':
			return [image(node.image_key, 'Image')];
		case 'media':
			return [video(node)];
		case 'emotion':
			return [glyph(String(node.emoji_type))];
		case 'code_block':
			return [el('pre', { className: 'code' }, String(node.text ?? ''))];
		case 'hr':
			return [el('hr')];
		default:
			return [JSON.stringify(node)];
	}
}

/** @param {any} node @param {Draw} draw */
function drawStyledNode(node, draw) {
	const styles = Array.isArray(node.style) ? node.style : [];
	const tags = styles.flatMap((/** @type {string} */ style) => STYLE_TAGS[style] ?? []);
	return tags.reduce(
		(/** @type {Array<Node | string>} */ inner, /** @type {'b'} */ tag) => [el(tag, {}, ...inner)],
		drawNode(node, draw),
	);
}

/**
 * Draws a post: its title and its paragraphs.
 *
 * @param {any} content
 * @param {Draw} draw
 */
export function postParagraphs(content, draw) {
	const { title, content: paragraphs = [] } = bodyOf(content);
	const files = Array.isArray(content.files) ? content.files : [];
	return [
		...(title ? [el('strong', {}, title)] : []),
		...paragraphs.map((nodes) => {
			const isMarkdown = nodes.some(({ tag }) => tag === 'md');
			const drawn = nodes.flatMap((node) => drawStyledNode(node, draw));
			return el('div', { className: isMarkdown ? 'markdown' : 'paragraph' }, ...drawn);
		}),
		...files.map((/** @type {any} */ file) =>
			el('div', {}, fileLink(file.file_key ?? file.key, file.file_name ?? 'file')),
		),
	];
}
