import { showToast } from '../dom.js';
import * as people from '../people-api.js';

/**
 * What the person who writes does with messages.
 *
 * @typedef {import('../api.js').Message} Message
 */

export class Acts {
	/** @type {() => string} */
	#me;

	/**
	 * @param {() => string} me open_id of the person who writes
	 * @param {object} handlers
	 * @param {(message: Message, opensThread: boolean) => void} handlers.onReply
	 * @param {(message: Message) => void} handlers.onEdit
	 */
	constructor(me, { onReply, onEdit }) {
		this.#me = me;
		/** @param {Message} message */
		this.reply = (message) => onReply(message, false);
		/** @param {Message} message */
		this.openThread = (message) => onReply(message, true);
		this.edit = onEdit;
	}

	/** @param {Message} message @param {string} type @param {boolean} isThere */
	react = ({ message_id }, type, isThere) =>
		tell(people.react(this.#me(), message_id, type, isThere));

	/** Writes into the chat of a message. @param {Message} message @param {string} text */
	say = ({ chat_id }, text) => tell(people.sendMessage(chat_id, { open_id: this.#me(), text }));

	/** @param {Message} message */
	recall = ({ message_id }) => tell(people.recallMessage(this.#me(), message_id));

	/** @param {Message} message */
	pin = ({ message_id, pinned_by: pinner }) =>
		tell(people.pinMessage(this.#me(), message_id, pinner === undefined));

	/**
	 * Presses a button of a card, and shows what the app answers.
	 *
	 * @param {Message} message
	 * @param {import('../card/card.js').Press} press
	 */
	press = async ({ message_id }, press) => {
		const answer = await tell(people.pressCard(message_id, { open_id: this.#me(), ...press }));
		if (answer?.toast) showToast(answer.toast.content ?? '', answer.toast.type);
	};
}

/** Shows why something was refused. @template T @param {Promise<T>} doing @returns {Promise<T | undefined>} */
async function tell(doing) {
	try {
		return await doing;
	} catch (error) {
		showToast(/** @type {Error} */ (error).message, 'error');
		return undefined;
	}
}
