import { el, fillSelect, find, showError } from './dom.js';
import { openDirectChat } from './people-api.js';

/**
 * @typedef {import('./api.js').Chat} Chat
 * @typedef {import('./api.js').State} State
 */

/**
 * The apps whose bots are in a chat.
 *
 * @param {Chat} chat
 * @param {State} state
 */
export const botsIn = (chat, { apps }) => apps.filter(({ app_id }) => chat.bots.includes(app_id));

/**
 * Names everyone in a chat, people first.
 *
 * @param {Chat} chat
 * @param {State} state
 */
export const namesIn = (chat, state) => [
	...[...chat.members, ...botsIn(chat, state)].map(({ name }) => name),
	...chat.custom_bots,
];

/**
 * @param {Chat} chat a direct chat has no name of its own and takes that of its user
 * @param {State} state
 * @returns {{ title: string, subtitle: string }}
 */
function labelOf(chat, state) {
	const [first, ...others] = namesIn(chat, state);
	if (chat.chat_mode === 'p2p') return { title: first, subtitle: `with ${others.join(', ')}` };
	const size = others.length + 1;
	return {
		title: chat.name || 'Unnamed group',
		subtitle: `${size} member${size === 1 ? '' : 's'}`,
	};
}

/** The list of chats on the left and the form below it. */
export class ChatList {
	/** @type {HTMLFormElement} */
	#form = find('#new-direct');
	/** The IDs of the messages that nobody has seen, by chat. @type {Map<string, Set<string>>} */
	#unread = new Map();
	/** By chat. @type {Map<string, HTMLElement>} */
	#previews = new Map();
	#onOpen;

	/** @param {(chatId: string) => void} onOpen called when a chat is chosen or created */
	constructor(onOpen) {
		this.#onOpen = onOpen;
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.#createDirectChat();
		});
	}

	/** @param {string} chatId of a chat that is not open and has a new message @param {string} messageId */
	markUnread(chatId, messageId) {
		const unread = this.#unread.get(chatId) ?? new Set();
		this.#unread.set(chatId, unread.add(messageId));
	}

	/** @param {Chat} chat whose latest message says something else now */
	showPreview({ chat_id: chatId, preview }) {
		const line = this.#previews.get(chatId);
		if (line) line.dataset.text = preview;
	}

	/**
	 * @param {State} state
	 * @param {string} openChatId
	 */
	render(state, openChatId) {
		this.#unread.delete(openChatId);
		for (const [id, mode] of [
			['#groups', 'group'],
			['#directs', 'p2p'],
		]) {
			const rows = state.chats
				.filter((chat) => chat.chat_mode === mode)
				.map((chat) => this.#row(chat, state, openChatId));
			const none = el('li', { className: 'quiet' }, 'None yet');
			find(id).replaceChildren(...(rows.length > 0 ? rows : [none]));
		}
		const { user, app } = this.#fields();
		fillSelect(
			user,
			state.users.map(({ open_id, name }) => ({ value: open_id, label: name })),
		);
		fillSelect(
			app,
			state.apps.map(({ app_id, name }) => ({ value: app_id, label: name })),
		);
		app.hidden = state.apps.length < 2;
	}

	/** @param {Chat} chat @param {State} state @param {string} openChatId */
	#row(chat, state, openChatId) {
		const { title, subtitle } = labelOf(chat, state);
		const unread = this.#unread.get(chat.chat_id)?.size;
		const preview = el('span', { className: 'quiet preview' });
		preview.dataset.text = chat.preview;
		this.#previews.set(chat.chat_id, preview);
		const button = el(
			'button',
			{
				type: 'button',
				className: 'chat',
				ariaCurrent: String(chat.chat_id === openChatId),
				onclick: () => this.#onOpen(chat.chat_id),
			},
			el('span', {}, title),
			...(unread ? [el('span', { className: 'tag' }, `${unread} new`)] : []),
			el('span', { className: 'quiet' }, subtitle),
			preview,
		);
		return el('li', {}, button);
	}

	async #createDirectChat() {
		const { user, app } = this.#fields();
		showError(this.#form);
		try {
			const { chat_id: chatId } = await openDirectChat({
				open_id: user.value,
				app_id: app.value,
			});
			this.#onOpen(chatId);
		} catch (error) {
			showError(this.#form, /** @type {Error} */ (error).message);
		}
	}

	/** @returns {{ user: HTMLSelectElement, app: HTMLSelectElement }} */
	#fields() {
		return {
			user: find('[name=user]', this.#form),
			app: find('[name=app]', this.#form),
		};
	}
}
