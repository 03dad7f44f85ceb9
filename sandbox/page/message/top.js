import { el, find } from '../dom.js';

/** @typedef {import('../api.js').Chat} Chat */

/** What stands above the messages of a chat: its top notice, and its announcement. */
export class ChatTop {
	#box = find('#chat-top');
	#shown = '';
	#onReveal;

	/** @param {(messageId: string) => void} onReveal called when somebody wants to see the message of the notice */
	constructor(onReveal) {
		this.#onReveal = onReveal;
	}

	/** @param {Chat} chat */
	show({ chat_id: id, top_notice: notice, announcement }) {
		const now = JSON.stringify([id, notice, announcement]);
		if (now === this.#shown) return;
		this.#shown = now;
		const lines = [
			...(notice ? [this.#notice(notice)] : []),
			...(announcement ? [announced(announcement)] : []),
		];
		this.#box.replaceChildren(...lines);
		this.#box.hidden = lines.length === 0;
	}

	/** @param {{ text: string, message_id?: string }} notice of a message, or of the announcement */
	#notice({ text, message_id: messageId }) {
		const words = [el('b', {}, '📌 Top notice '), text || 'The announcement is empty'];
		if (!messageId) return el('div', { className: 'notice' }, ...words);
		const onclick = () => this.#onReveal(messageId);
		const title = 'Go to this message';
		return el('button', { type: 'button', className: 'notice', title, onclick }, ...words);
	}
}

/** @param {string} text */
const announced = (text) =>
	el(
		'details',
		{},
		el('summary', {}, el('b', {}, '📢 Announcement '), text.split('\n')[0]),
		el('div', {}, text),
	);
