import { pressButton } from './api.js';
import { renderContent, summarize } from './content.js';
import { clockTime, el, find, showToast } from './dom.js';

/** @typedef {import('./api.js').Message} Message */

const NEAR_BOTTOM_PX = 80;

/** The messages of the open chat, oldest on top. */
export class MessageList {
	/** @type {HTMLElement} */
	#list = find('#messages');
	/** @type {Map<string, Message>} */
	#messages = new Map();
	/** @type {Map<string, HTMLElement>} */
	#rows = new Map();
	#me = '';
	#followsEnd = true;
	/** Names of people, by open_id. */
	names = new Map();
	#onReply;

	/** @param {(message: Message) => void} onReply called when the user wants to answer a message */
	constructor(onReply) {
		this.#onReply = onReply;
		this.#list.addEventListener('scroll', () => (this.#followsEnd = this.#isAtBottom()));
		this.#list.addEventListener('load', () => this.#scroll(), true);
		new ResizeObserver(() => this.#scroll()).observe(this.#list);
	}

	/**
	 * Shows these messages instead of the present ones.
	 *
	 * @param {Message[]} messages
	 * @param {string} me open_id of the user whose own messages stand on the right
	 */
	show(messages, me) {
		this.#me = me;
		this.#messages = new Map(messages.map((message) => [message.message_id, message]));
		this.#rows.clear();
		this.#list.replaceChildren();
		for (const message of messages) this.#draw(message);
		this.#followsEnd = true;
		this.#scroll();
	}

	/** @param {Message} message a new one, or a new version of one */
	put(message) {
		const isNew = !this.#messages.has(message.message_id);
		this.#messages.set(message.message_id, message);
		this.#draw(message);
		if (isNew && message.sender.id === this.#me) this.#followsEnd = true;
		this.#scroll();
	}

	/** @param {string} me */
	setMe(me) {
		if (me !== this.#me) this.show([...this.#messages.values()], me);
	}

	/** @param {Message} message */
	#draw(message) {
		const row = this.#row(message);
		const previous = this.#rows.get(message.message_id);
		if (previous) previous.replaceWith(row);
		else this.#list.append(row);
		this.#rows.set(message.message_id, row);
	}

	/** @param {Message} message */
	#row(message) {
		const { sender, deleted, create_time: time } = message;
		const isBot = sender.sender_type === 'app';
		const kind = isBot ? 'bot' : sender.id === this.#me ? 'own' : 'other';
		const sentAt = Number(time);
		const head = el(
			'div',
			{ className: 'head' },
			el('b', {}, kind === 'own' ? `${sender.name} (you)` : sender.name),
			...(isBot ? [el('span', { className: 'tag' }, 'Bot')] : []),
			el(
				'time',
				{ title: clockTime(sentAt, { dateStyle: 'full', timeStyle: 'medium' }) },
				clockTime(sentAt),
			),
			...(message.updated && !deleted ? [el('span', { className: 'quiet' }, 'edited')] : []),
			...(deleted ? [] : [this.#replyButton(message)]),
		);
		const bubble = el('div', { className: 'bubble' }, ...this.#quote(message));
		const press = async (/** @type {number} */ button) => await this.#press(message, button);
		bubble.append(...renderContent(message, press, this.names));
		return el('article', { className: `message ${kind}` }, head, bubble);
	}

	/** @param {Message} message */
	#replyButton(message) {
		return el(
			'button',
			{
				type: 'button',
				className: 'plain',
				ariaLabel: `Reply to ${message.sender.name}: ${summarize(message).slice(0, 60)}`,
				onclick: () => this.#onReply(message),
			},
			'Reply',
		);
	}

	/**
	 * Presses a button of a card as the user who writes, and shows what the app answers.
	 *
	 * @param {Message} message
	 * @param {number} button
	 */
	async #press({ message_id: messageId }, button) {
		try {
			const { toast } = await pressButton(messageId, { open_id: this.#me, button });
			if (toast) showToast(toast.content ?? '', toast.type);
		} catch (error) {
			showToast(/** @type {Error} */ (error).message, 'error');
		}
	}

	/** @param {Message} message */
	#quote({ parent_id: parentId }) {
		if (!parentId) return [];
		const parent = this.#messages.get(parentId);
		if (!parent) return [el('div', { className: 'quote' }, 'In reply to an earlier message')];
		return [
			el(
				'button',
				{
					type: 'button',
					className: 'quote',
					title: 'Go to this message',
					onclick: () => this.#reveal(parentId),
				},
				el('b', {}, parent.sender.name),
				` ${summarize(parent)}`,
			),
		];
	}

	/** @param {string} messageId */
	#reveal(messageId) {
		const row = this.#rows.get(messageId);
		row?.scrollIntoView({ block: 'center' });
		row?.animate([{ opacity: 0.2 }, { opacity: 1 }], 600);
	}

	#isAtBottom() {
		const { scrollHeight, scrollTop, clientHeight } = this.#list;
		return scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX;
	}

	#scroll() {
		if (this.#followsEnd) this.#list.scrollTop = this.#list.scrollHeight;
	}
}
