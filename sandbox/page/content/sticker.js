import { el } from '../dom.js';
import { resourceUrl } from '../resources.js';

/** A sticker of the sandbox has no picture of its own. @param {any} content */
export function sticker({ file_key: key }) {
	const picture = el('img', { src: resourceUrl(key), alt: 'Sticker', className: 'sticker' });
	const isThumb = String(key).endsWith('thumbs_up');
	const instead = el('span', { className: 'sticker', role: 'img', ariaLabel: 'Sticker' });
	instead.textContent = isThumb ? '👍' : '🏷️';
	picture.addEventListener('error', () => picture.replaceWith(instead), { once: true });
	return picture;
}
