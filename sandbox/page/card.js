import { el } from './dom.js';

/** Elements whose own text is worth reading; `lark_md` and `plain_text` also occur inside others. */
const TEXT_TAGS = ['markdown', 'lark_md', 'plain_text', 'text', 'button'];

/** @param {any} card as it was sent, or as Lark gives it back (`title`, `elements`) */
export function cardTitle(card) {
	return card.header?.title?.content ?? card.title ?? '';
}

/** @param {any} node @returns {string[]} */
function textsOf(node) {
	if (!node || typeof node !== 'object') return [];
	if (Array.isArray(node)) return node.flatMap(textsOf);
	const own = TEXT_TAGS.includes(node.tag) ? (node.content ?? node.text) : undefined;
	return typeof own === 'string' ? [own] : Object.values(node).flatMap(textsOf);
}

/**
 * Draws the title and the texts of a card, not its layout.
 *
 * @param {any} card
 */
export function describeCard(card) {
	const title = cardTitle(card);
	return [
		el('div', { className: 'quiet' }, 'Card'),
		...(title ? [el('h3', {}, title)] : []),
		...textsOf(card.body?.elements ?? card.elements).map((text) => el('div', {}, text)),
	];
}
