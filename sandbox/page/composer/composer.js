import { botsIn } from '../chats.js';
import { summarize } from '../content/content.js';
import { el, fillSelect, find, showError } from '../dom.js';
import { editMessage, sendFile, sendMessage } from '../people-api.js';
import { attachButtons } from './attach.js';
import { mentionable, withMentions } from './mentions.js';

/**
 * @typedef {import('../api.js').Chat} Chat
 * @typedef {import('../api.js').Message} Message
 * @typedef {import('../api.js').State} State
 */

/**
 * What is written belongs to a message: it answers it, in a thread of its own or not, or replaces it.
 *
 * @typedef {{ message: Message, kind: 'reply' | 'thread' | 'edit' }} About
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
	/** @type {import('./mentions.js').Mentionable[]} */
	#people = [];
	/** @type {About | undefined} */
	#about;

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
		this.#text.addEventListener('paste', (event) => {
			const [file] = event.clipboardData?.files ?? [];
			if (!file) return;
			event.preventDefault();
			void this.#sendFile(file, { as: file.type.startsWith('image/') ? 'image' : 'file' });
		});
		this.#author.addEventListener('change', () => onAuthor(this.author));
		find('#attach').append(...attachButtons((file, facts) => this.#sendFile(file, facts)));
		find('#sticker').addEventListener('click', () => this.#sendSticker());
		find('#reply-cancel').addEventListener('click', () => this.#setAbout(undefined));
		find('#mention').addEventListener('change', () => this.#insertMention());
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
		this.#people = mentionable(chat, state);
		/** @type {HTMLSelectElement} */
		const menu = find('#mention');
		menu.hidden = this.#people.length === 0;
		const names = this.#people.map(({ name }) => ({ value: name, label: name }));
		fillSelect(menu, [{ value: '', label: '@ Mention' }, ...names]);
		this.#showMentions(chat.chat_mode === 'group' ? botsIn(chat, state) : []);
		find('#no-bot').hidden = chat.bots.length > 0;
		if (chat.chat_id !== this.#chatId) this.#setAbout(undefined);
		this.#chatId = chat.chat_id;
		this.#form.hidden = false;
	}

	/** @param {Message} message to answer @param {boolean} opensThread */
	reply(message, opensThread) {
		this.#setAbout({ message, kind: opensThread ? 'thread' : 'reply' });
	}

	/** @param {Message} message of one's own, to change */
	edit(message) {
		this.#setAbout({ message, kind: 'edit' });
		this.#text.value = summarize(message);
	}

	/** @param {About | undefined} about undefined to start anew */
	#setAbout(about) {
		this.#about = about;
		find('#reply').hidden = !about;
		if (!about) return;
		const { message, kind } = about;
		const { name } = message.sender;
		const what = {
			edit: 'Edit',
			reply: `Reply to ${name}`,
			thread: `Reply to ${name} in a thread`,
		};
		find('#reply-text').textContent = `${what[kind]}: ${summarize(message)}`;
		this.#text.focus();
	}

	#insertMention() {
		/** @type {HTMLSelectElement} */
		const menu = find('#mention');
		const { selectionStart, selectionEnd } = this.#text;
		this.#text.setRangeText(`@${menu.value} `, selectionStart, selectionEnd, 'end');
		menu.value = '';
		this.#text.focus();
	}

	/** @param {import('../api.js').App[]} bots */
	#showMentions(bots) {
		const before = new Map(this.#toggles().map(({ value, checked }) => [value, checked]));
		find('#mentions').replaceChildren(
			...bots.map(({ bot_open_id: value, name }, index) =>
				el(
					'label',
					{},
					el('input', { type: 'checkbox', value, checked: before.get(value) ?? index === 0 }),
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
		const written = this.#text.value.trim();
		if (!written) return this.#text.focus();
		const text = withMentions(written, this.#people);
		const about = this.#about;
		const isDone =
			about?.kind === 'edit'
				? await this.#try(editMessage(this.author, about.message.message_id, text))
				: await this.#say({ text: this.#mentions() + text });
		if (isDone) this.#text.value = '';
		this.#text.focus();
	}

	async #sendSticker() {
		await this.#say({ received: { msg_type: 'sticker', content: { file_key: STICKER } } });
	}

	/** @param {File} file @param {Record<string, string>} facts */
	async #sendFile(file, facts) {
		await this.#try(
			sendFile(this.#chatId, file, { open_id: this.author, ...facts, ...inWords(this.#replyTo()) }),
		);
	}

	/** @param {{ text?: string, received?: { msg_type: string, content: object } }} said */
	async #say(said) {
		const message = { open_id: this.author, ...this.#replyTo(), ...said };
		return await this.#try(sendMessage(this.#chatId, message));
	}

	#replyTo() {
		if (!this.#about || this.#about.kind === 'edit') return {};
		const { message, kind } = this.#about;
		return { reply_to: message.message_id, ...(kind === 'thread' && { in_thread: true }) };
	}

	/** @param {Promise<unknown>} sending @returns {Promise<boolean>} whether it was sent */
	async #try(sending) {
		showError(this.#form);
		try {
			await sending;
			this.#setAbout(undefined);
			return true;
		} catch (error) {
			showError(this.#form, `Not sent: ${/** @type {Error} */ (error).message}`);
			return false;
		}
	}
}

/** @param {object} facts */
const inWords = (facts) =>
	Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]));
