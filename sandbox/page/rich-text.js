import { el } from './dom.js';

/** A mention placeholder or a web address; in a group, so that `split` keeps it at odd places. */
const SPECIAL = /(@_user_\d+|@_all\b|https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/;

/** @param {string} href */
export const isWebAddress = (href) => /^(https?|mailto):/i.test(href);

/** @param {string} href @param {string} text */
export const link = (href, text) => el('a', { href, target: '_blank', rel: 'noreferrer' }, text);

/** @param {string} name */
export const mention = (name) => el('span', { className: 'mention' }, `@${name}`);

/**
 * Splits text into plain pieces, named mentions and links.
 *
 * @param {string} text
 * @param {Array<{ key: string, name: string }>} [mentions]
 * @returns {Array<HTMLElement | string>}
 */
export function richText(text, mentions = []) {
	const pieces = text.split(SPECIAL);
	return pieces
		.map((piece, index) => (index % 2 === 0 ? piece : drawSpecial(piece, mentions)))
		.filter((piece) => piece !== '');
}

/** @param {string} piece @param {Array<{ key: string, name: string }>} mentions */
function drawSpecial(piece, mentions) {
	if (isWebAddress(piece)) return link(piece, piece);
	if (piece === '@_all') return mention('everyone');
	const mentioned = mentions.find(({ key }) => key === piece);
	return mentioned ? mention(mentioned.name) : piece;
}
