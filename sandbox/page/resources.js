import { el } from './dom.js';

/** @param {unknown} key of an image or a file */
export const resourceUrl = (key) => `/sandbox/resources/${encodeURIComponent(String(key))}`;

/**
 * Draws an image; says so when there is none with this key.
 *
 * @param {unknown} key
 * @param {string} alt
 */
export function image(key, alt) {
	const node = el('img', { src: resourceUrl(key), alt });
	const missing = () => node.replaceWith(el('span', { className: 'missing' }, `🖼 ${alt}`));
	node.addEventListener('error', missing, { once: true });
	return node;
}

/** @param {unknown} key @param {string} name */
export const fileLink = (key, name) =>
	el('a', { href: resourceUrl(key), download: name, className: 'file' }, `📄 Download ${name}`);
