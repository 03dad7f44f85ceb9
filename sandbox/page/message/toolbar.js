import { summarize } from '../content/content.js';
import { el } from '../dom.js';
import { GLYPHS } from '../text/emoji.js';

/**
 * @typedef {import('../api.js').Message} Message
 * @typedef {import('./acts.js').Acts} Acts
 */

/**
 * What can be done with a message.
 *
 * @param {Message} message
 * @param {{ me: string, acts: Acts, runsChat: boolean }} scene
 * @returns {Node}
 */
export function drawToolbar(message, { me, acts, runsChat }) {
	const about = `${message.sender.name}: ${summarize(message).slice(0, 60)}`;
	/** @param {string} text @param {() => void} onclick */
	const tool = (text, onclick) =>
		el(
			'button',
			{ type: 'button', className: 'plain', ariaLabel: `${text}: ${about}`, onclick },
			text,
		);
	const isOwn = message.sender.id === me;
	return el(
		'span',
		{ className: 'toolbar' },
		el(
			'button',
			{
				type: 'button',
				className: 'plain',
				ariaLabel: `Reply to ${about}`,
				onclick: () => acts.reply(message),
			},
			'Reply',
		),
		...(message.thread_id ? [] : [tool('Thread', () => acts.openThread(message))]),
		picker(message, acts, about),
		tool(message.pinned_by === undefined ? 'Pin' : 'Unpin', () => void acts.pin(message)),
		...(isOwn && message.msg_type === 'text' ? [tool('Edit', () => acts.edit(message))] : []),
		...(isOwn || runsChat ? [tool('Recall', () => void acts.recall(message))] : []),
	);
}

/** The emoji to react with, drawn when they are asked for. @param {Message} message @param {Acts} acts @param {string} about */
function picker(message, acts, about) {
	const box = el('span', { className: 'emoji' });
	const menu = el(
		'details',
		{ className: 'menu' },
		el('summary', { className: 'plain', ariaLabel: `React to ${about}` }, 'React'),
		box,
	);
	menu.addEventListener('toggle', () => {
		if (!menu.open || box.hasChildNodes()) return;
		for (const [type, character] of Object.entries(GLYPHS)) {
			const onclick = () => {
				menu.open = false;
				void acts.react(message, type, true);
			};
			box.append(
				el('button', { type: 'button', title: type, ariaLabel: type, onclick }, character),
			);
		}
	});
	return menu;
}
