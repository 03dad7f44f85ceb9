import { el } from './dom.js';
import { styled } from './markdown.js';
import { link, mention } from './rich-text.js';

/** @typedef {(button: number) => Promise<void>} Press presses a button: 0 for the first that sends something */

/** Elements whose own text is worth reading; `lark_md` and `plain_text` also occur inside others. */
const MARKDOWN_TAGS = ['markdown', 'lark_md'];
const TEXT_TAGS = [...MARKDOWN_TAGS, 'plain_text', 'text'];

/** @param {any} card as it was sent, or as Lark gives it back (`title`, `elements`) */
export function cardTitle(card) {
	return card.header?.title?.content ?? card.title ?? '';
}

/** @param {any} node @returns {Array<{ text: string, isMarkdown: boolean }>} */
function textsOf(node) {
	if (!node || typeof node !== 'object') return [];
	if (Array.isArray(node)) return node.flatMap(textsOf);
	if (node.tag === 'button') return [];
	const own = TEXT_TAGS.includes(node.tag) ? (node.content ?? node.text) : undefined;
	return typeof own === 'string'
		? [{ text: own, isMarkdown: MARKDOWN_TAGS.includes(node.tag) }]
		: Object.values(node).flatMap(textsOf);
}

/**
 * Draws a text with the people that it mentions.
 *
 * @param {{ text: string, isMarkdown: boolean }} own
 * @param {Map<string, string>} names by open_id
 */
function withMentions({ text, isMarkdown }, names) {
	const pieces = text.split(/<at id="?(\w+)"?><\/at>/);
	return pieces.flatMap((piece, index) =>
		index % 2 ? mention(names.get(piece) ?? piece) : isMarkdown ? styled(piece) : piece,
	);
}

/** @param {any} node @returns {any[]} */
function buttonsOf(node) {
	if (!node || typeof node !== 'object') return [];
	return node.tag === 'button' ? [node] : Object.values(node).flatMap(buttonsOf);
}

/** @param {any} button the address that it opens */
const urlOf = ({ url, behaviors = [] }) =>
	url ?? behaviors.find((/** @type {any} */ { type }) => type === 'open_url')?.default_url;

/** @param {any} button whether it sends something to the app */
const isSending = ({ value, behaviors }) =>
	Array.isArray(behaviors)
		? behaviors.some(({ type, value: given }) => type === 'callback' && given !== undefined)
		: value !== undefined;

/** @param {any} card @param {Press | undefined} press */
function drawButtons(card, press) {
	let sending = 0;
	const drawn = buttonsOf(card).map((button) => {
		const text = button.text?.content ?? '';
		if (!isSending(button)) return link(urlOf(button) ?? '', text);
		const index = sending++;
		const node = el('button', { type: 'button', disabled: !press }, text);
		node.classList.toggle('primary', String(button.type).startsWith('primary'));
		node.addEventListener('click', async () => {
			node.disabled = true;
			await press?.(index);
			node.disabled = false;
		});
		return node;
	});
	return drawn.length > 0 ? [el('div', { className: 'row' }, ...drawn)] : [];
}

/**
 * Draws the title, the texts and the buttons of a card, not its layout.
 *
 * @param {any} card
 * @param {Press} [press]
 * @param {Map<string, string>} [names] of people, by open_id
 */
export function describeCard(card, press, names = new Map()) {
	const title = cardTitle(card);
	return [
		el('div', { className: 'quiet' }, 'Card'),
		...(title ? [el('h3', {}, title)] : []),
		...textsOf(card.body?.elements ?? card.elements).map((text) =>
			el('div', {}, ...withMentions(text, names)),
		),
		...drawButtons(card.body?.elements ?? card.elements, press),
	];
}
