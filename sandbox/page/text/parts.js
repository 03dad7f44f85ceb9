import { el } from '../dom.js';

/** @param {string} href */
export const isWebAddress = (href) => /^(?:https?|mailto):/i.test(href);

/**
 * A link, or its text alone when the address is none of the web: `javascript:` is nothing to press.
 *
 * @param {string} href
 * @param {...(Node | string)} text
 */
export const link = (href, ...text) =>
	isWebAddress(href)
		? el('a', { href, target: '_blank', rel: 'noreferrer' }, ...text)
		: el('span', {}, ...text);

/** @param {string} name */
export const mention = (name) => el('span', { className: 'mention' }, `@${name}`);
