import { el } from '../dom.js';

/**
 * The card of a group that somebody shares.
 *
 * @param {any} content
 * @param {import('./content.js').Scene} scene
 */
export function sharedChat({ chat_id: id }, { state, openChat }) {
	const chat = state.chats.find(({ chat_id }) => chat_id === id);
	const open = el(
		'button',
		{ type: 'button', className: 'plain', onclick: () => openChat(String(id)) },
		'Open the group',
	);
	return shared('👥', chat?.name ?? String(id), 'Shared group', chat ? [open] : []);
}

/**
 * The card of a person that somebody shares.
 *
 * @param {any} content
 * @param {import('../text/inline.js').Draw} draw
 */
export const sharedPerson = ({ user_id: id }, draw) =>
	shared('👤', draw.nameOf(String(id)), 'Shared contact', []);

/** @param {string} icon @param {string} name @param {string} label @param {Node[]} more */
const shared = (icon, name, label, more) =>
	el(
		'div',
		{ className: 'shared' },
		el('span', { className: 'avatar', ariaHidden: 'true' }, icon),
		el('div', {}, el('b', {}, name), el('div', { className: 'quiet' }, label), ...more),
	);
