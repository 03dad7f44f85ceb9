import { find } from '../dom.js';
import { Row } from './row.js';
import { EndFollower } from './scroll.js';

/**
 * @typedef {import('../api.js').Message} Message
 * @typedef {import('../api.js').Chat} Chat
 */

/** The messages of the open chat, oldest on top; replies of a thread stand below its first message. */
export class MessageList {
	/** @type {HTMLElement} */
	#content = find('#message-stack');
	#end = new EndFollower(find('#messages'), this.#content);
	/** @type {Map<string, Message>} */
	#messages = new Map();
	/** @type {Map<string, Row>} */
	#rows = new Map();
	#me = '';
	/** @type {Chat | undefined} */
	#chat;
	/** @type {import('../api.js').State} */
	#state = { brand: '', old_client: false, apps: [], users: [], chats: [] };
	#acts;
	#openChat;

	/**
	 * @param {import('./acts.js').Acts} acts
	 * @param {(chatId: string) => void} openChat
	 */
	constructor(acts, openChat) {
		this.#acts = acts;
		this.#openChat = openChat;
	}

	/** @param {import('../api.js').State} state @param {Chat} chat the open one */
	setState(state, chat) {
		const before = [this.#language(), this.#state.old_client];
		const isSame = this.#chat?.chat_id === chat.chat_id;
		this.#state = state;
		this.#chat = chat;
		const after = [this.#language(), state.old_client];
		if (!isSame || after.every((value, index) => value === before[index])) return;
		for (const [id, row] of this.#rows) this.#redraw(id, row);
	}

	/**
	 * Shows these messages instead of the present ones, from their end.
	 *
	 * @param {Message[]} messages
	 * @param {string} me open_id of the person whose own messages stand on the right
	 */
	show(messages, me) {
		this.#me = me;
		this.#messages = new Map(messages.map((message) => [message.message_id, message]));
		this.#rows.clear();
		this.#content.replaceChildren();
		for (const message of messages) this.#draw(message);
		this.#end.follow();
	}

	/** @param {Message} message a new one, or a new version of one */
	put(message) {
		const isNew = !this.#messages.has(message.message_id);
		this.#messages.set(message.message_id, message);
		this.#draw(message);
		if (isNew && message.sender.id === this.#me) this.#end.follow();
		else this.#end.scroll();
	}

	/** @param {string} me */
	setMe(me) {
		if (me !== this.#me) this.show([...this.#messages.values()], me);
	}

	/** @param {Message} message */
	#draw(message) {
		if (!this.#chat) return;
		const known = this.#rows.get(message.message_id);
		const { visible_to: viewer, deleted } = message;
		if (viewer && (viewer !== this.#me || deleted)) {
			known?.node.remove();
			return;
		}
		const row = known ?? new Row();
		if (!known) {
			this.#rows.set(message.message_id, row);
			const { root_id: rootId, thread_id: threadId } = message;
			const root = threadId && rootId ? this.#rows.get(rootId) : undefined;
			if (root) root.addReply(row.node);
			else this.#content.append(row.node);
		}
		this.#redraw(message.message_id, row);
	}

	/** @param {string} id of a message @param {Row} row */
	#redraw(id, row) {
		const message = this.#messages.get(id);
		if (!message || !this.#chat) return;
		row.draw(message, {
			me: this.#me,
			state: this.#state,
			chat: this.#chat,
			acts: this.#acts,
			openChat: this.#openChat,
			find: (other) => this.#messages.get(other),
			reveal: (other) => this.reveal(other),
		});
	}

	/** Of the person whose own messages stand on the right. */
	#language() {
		return this.#chat?.members.find(({ open_id: id }) => id === this.#me)?.language;
	}

	/** Goes to a message. @param {string} messageId */
	reveal(messageId) {
		const node = this.#rows.get(messageId)?.node;
		node?.scrollIntoView({ block: 'center' });
		node?.animate([{ opacity: 0.2 }, { opacity: 1 }], 600);
	}
}
