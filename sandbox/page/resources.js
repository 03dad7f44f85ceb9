import { el } from './dom.js';

/** @param {string} key of an image or a file */
const resourceUrl = (key) => `/sandbox/resources/${encodeURIComponent(key)}`;

/** @param {string} key @param {string} alt */
export const image = (key, alt) => el('img', { src: resourceUrl(key), alt });

/** @param {string} key @param {string} name */
export const fileLink = (key, name) =>
	el('a', { href: resourceUrl(key), download: name, className: 'file' }, `Download ${name}`);
