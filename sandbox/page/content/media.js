import { el } from '../dom.js';
import { resourceUrl } from '../resources.js';

/** @param {unknown} duration in milliseconds */
const seconds = (duration) =>
	Number(duration) > 0 ? `${Math.ceil(Number(duration) / 1000)}″` : '';

/** @param {any} content of a voice message */
export const voice = ({ file_key: key, duration }) =>
	el(
		'span',
		{ className: 'voice' },
		'🎤 Voice message ',
		seconds(duration),
		el('audio', { src: resourceUrl(key), controls: true, preload: 'none' }),
	);

/** @param {any} content of a video */
export const video = ({ file_key: key, image_key: cover, file_name: name, duration }) =>
	el(
		'figure',
		{},
		el('video', {
			src: resourceUrl(key),
			poster: cover ? resourceUrl(cover) : '',
			controls: true,
			preload: 'none',
		}),
		el('figcaption', {}, ['🎬', name, seconds(duration)].filter(Boolean).join(' ')),
	);
