import { el } from './dom.js';
import { fileLink, image } from './resources.js';
import { isWebAddress, link, mention, richText } from './rich-text.js';

/** @typedef {Array<{ key: string, name: string }> | undefined} Mentions */

/** @type {Record<string, string>} */
const STYLE_TAGS = { bold: 'b', italic: 'i', underline: 'u', lineThrough: 's' };

/** @param {any} content @returns {{ title?: string, content?: any[][] }} also from under a locale */
function bodyOf(content) {
	return Array.isArray(content.content) ? content : (Object.values(content)[0] ?? {});
}

/** @param {any} node @param {Mentions} mentions @returns {Array<Node | string>} */
function drawNode(node, mentions) {
	switch (node.tag) {
		case 'text':
		case 'md':
			return richText(node.text ?? '', mentions);
		case 'a':
			return [isWebAddress(node.href ?? '') ? link(node.href, node.text) : node.text];
		case 'at':
			return [mention(nameOf(node, mentions))];
		case 'img':
			return [image(node.image_key, 'Image')];
		case 'media':
			return [fileLink(node.file_key, 'video')];
		case 'emotion':
			return [`[${node.emoji_type}]`];
		case 'code_block':
			return [el('pre', {}, node.text ?? '')];
		case 'hr':
			return [el('hr')];
		default:
			return [JSON.stringify(node)];
	}
}

/** @param {any} node @param {Mentions} mentions */
function nameOf({ user_id: id, user_name: name }, mentions) {
	if (id === 'all' || id === '@_all') return 'everyone';
	return mentions?.find(({ key }) => key === id)?.name ?? (name || id);
}

/** @param {any} node @param {Mentions} mentions */
function drawStyledNode(node, mentions) {
	const tags = (node.style ?? []).flatMap((/** @type {string} */ style) => STYLE_TAGS[style] ?? []);
	return tags.reduce(
		(/** @type {Array<Node | string>} */ inner, /** @type {'b'} */ tag) => [el(tag, {}, ...inner)],
		drawNode(node, mentions),
	);
}

/**
 * Draws a post: its title and its paragraphs.
 *
 * @param {any} content
 * @param {Mentions} mentions
 */
export function postParagraphs(content, mentions) {
	const { title, content: paragraphs = [] } = bodyOf(content);
	return [
		...(title ? [el('strong', {}, title)] : []),
		...paragraphs.map((nodes) =>
			el('div', {}, ...nodes.flatMap((node) => drawStyledNode(node, mentions))),
		),
	];
}

/**
 * @param {any} content
 * @param {Mentions} mentions
 * @returns {string} title and text of a post on one line
 */
export function postText(content, mentions) {
	return postParagraphs(content, mentions)
		.map((paragraph) => paragraph.textContent)
		.join(' ');
}
