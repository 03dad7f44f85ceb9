import { el } from '../dom.js';

const METADATA_MS = 3_000;

/** What can be sent beside text: the label, what the file dialog offers, and how it is sent. */
const KINDS = [
	{ label: 'Image', accept: 'image/*', as: 'image' },
	{ label: 'File', accept: '', as: 'file' },
	{ label: 'Voice', accept: 'audio/*', as: 'audio' },
	{ label: 'Video', accept: 'video/*', as: 'media' },
];

/**
 * Draws a button for each kind of file.
 *
 * @param {(file: File, facts: { as: string, duration: string }) => Promise<unknown>} send
 */
export function attachButtons(send) {
	return KINDS.flatMap(({ label, accept, as }) => {
		const input = el('input', {
			type: 'file',
			accept,
			hidden: true,
			ariaLabel: `${label} to send`,
		});
		input.addEventListener('change', async () => {
			const [file] = input.files ?? [];
			input.value = '';
			if (file) await send(file, { as, duration: await durationOf(file, as) });
		});
		const onclick = () => input.click();
		return [el('button', { type: 'button', className: 'small', onclick }, label), input];
	});
}

/** @param {File} file @param {string} as @returns {Promise<string>} milliseconds; 0 when the browser cannot tell */
async function durationOf(file, as) {
	if (as !== 'audio' && as !== 'media') return '0';
	const player = document.createElement(as === 'audio' ? 'audio' : 'video');
	const address = URL.createObjectURL(file);
	try {
		return await new Promise((resolve) => {
			const done = () => resolve(String(Math.round((player.duration || 0) * 1000)));
			player.addEventListener('loadedmetadata', done);
			player.addEventListener('error', () => resolve('0'));
			setTimeout(() => resolve('0'), METADATA_MS);
			player.src = address;
		});
	} finally {
		URL.revokeObjectURL(address);
	}
}
