import { el } from './dom.js';
import { link } from './rich-text.js';

/** What has an end in the same line. Each alternative has one group for its text, the last one also the address. */
const MARKUP =
	/\*\*([^*\n]+)\*\*|~~([^~\n]+)~~|\*([^*\s][^*\n]*)\*|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/;
const GROUPS = 5;

/** @param {Array<string | undefined>} groups */
function drawn([bold, struck, italic, text, href]) {
	if (href) return link(href, text ?? '');
	if (bold) return el('b', {}, bold);
	return struck ? el('s', {}, struck) : el('i', {}, italic ?? '');
}

/**
 * Draws what is bold, italic, struck out or a link in the Markdown of a card. Everything else stays text.
 *
 * @param {string} markdown
 * @returns {Array<HTMLElement | string>}
 */
export function styled(markdown) {
	const pieces = markdown.split(MARKUP);
	/** @type {Array<HTMLElement | string>} */
	const all = [];
	for (let index = 0; index < pieces.length; index += GROUPS + 1) {
		if (pieces[index]) all.push(pieces[index]);
		if (index + 1 < pieces.length) all.push(drawn(pieces.slice(index + 1, index + 1 + GROUPS)));
	}
	return all;
}
