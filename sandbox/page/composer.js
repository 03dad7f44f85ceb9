import { sendMessage } from './api.js';
import { botsIn } from './chats.js';
import { summarize } from './content.js';
import { el, fillSelect, find, showError } from './dom.js';

/**
 * @typedef {import('./api.js').Chat} Chat
 * @typedef {import('./api.js').Message} Message
 * @typedef {import('./api.js').State} State
 */

/** The one that everybody has. */
const STICKER = 'v3_00sticker_thumbs_up';

/** The form that writes a message into the open chat, as one of its members. */
export class Composer {
	/** @type {HTMLFormElement} */
	#form = find('#composer');
	/** @type {HTMLSelectElement} */
	#author = find('[name=author]', this.#form);
	/** @type {HTMLTextAreaElement} */
	#text = find('[name=text]', this.#form);
	#chatId = '';
	/** @type {Message | undefined} */
	#replyTo;

	/** @param {(openId: string) => void} onAuthor called when another user shall write */
	constructor(onAuthor) {
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.#send();
		});
		this.#text.addEventListener('keydown', (event) => {
			if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
			event.preventDefault();
			void this.#send();
		});
		this.#author.addEventListener('change', () => onAuthor(this.author));
		find('#sticker').addEventListener('click', () => this.#sendSticker());
		find('#reply-cancel').addEventListener('click', () => this.reply(undefined));
	}

	/** open_id of the user who writes */
	get author() {
		return this.#author.value;
	}

	/**
	 * Makes ready for a chat; does not disturb what is being written in the same one.
	 *
	 * @param {Chat} chat
	 * @param {State} state
	 */
	show(chat, state) {
		fillSelect(
			this.#author,
			chat.members.map(({ open_id, name }) => ({ value: open_id, label: name })),
		);
		this.#showMentions(chat.chat_mode === 'group' ? botsIn(chat, state) : []);
		find('#no-bot').hidden = chat.bots.length > 0;
		if (chat.chat_id !== this.#chatId) this.reply(undefined);
		this.#chatId = chat.chat_id;
		this.#form.hidden = false;
	}

	/** @param {Message | undefined} message to answer, or undefined to start anew */
	reply(message) {
		this.#replyTo = message;
		find('#reply').hidden = !message;
		if (!message) return;
		find('#reply-text').textContent = `Reply to ${message.sender.name}: ${summarize(message)}`;
		this.#text.focus();
	}

	/** @param {import('./api.js').App[]} bots */
	#showMentions(bots) {
		const before = new Map(this.#toggles().map(({ value, checked }) => [value, checked]));
		find('#mentions').replaceChildren(
			...bots.map(({ bot_open_id: value, name }) =>
				el(
					'label',
					{},
					el('input', { type: 'checkbox', value, checked: before.get(value) ?? true }),
					` Mention ${name}`,
				),
			),
		);
	}

	/** @returns {HTMLInputElement[]} */
	#toggles() {
		return [...find('#mentions').querySelectorAll('input')];
	}

	/** @returns {string} an `<at>` tag for each bot that shall be mentioned */
	#mentions() {
		return this.#toggles()
			.filter(({ checked }) => checked)
			.map(({ value }) => `<at user_id="${value}"></at> `)
			.join('');
	}

	async #send() {
		const text = this.#text.value.trim();
		if (text && (await this.#say({ text: this.#mentions() + text }))) this.#text.value = '';
		this.#text.focus();
	}

	async #sendSticker() {
		await this.#say({ received: { msg_type: 'sticker', content: { file_key: STICKER } } });
	}

	/** @param {Pick<Parameters<typeof sendMessage>[1], 'text' | 'received'>} said @returns whether it was sent */
	async #say(said) {
		showError(this.#form);
		try {
			const reply_to = this.#replyTo?.message_id;
			await sendMessage(this.#chatId, { open_id: this.author, reply_to, ...said });
			this.reply(undefined);
			return true;
		} catch (error) {
			showError(this.#form, `Not sent: ${/** @type {Error} */ (error).message}`);
			return false;
		}
	}
}
