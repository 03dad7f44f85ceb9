import { Typewriter } from '../card/typewriter.js';
import { parse, renderContent, summarize } from '../content/content.js';
import { clockTime, el } from '../dom.js';
import { drawFooter } from './footer.js';
import { drawToolbar } from './toolbar.js';

/**
 * @typedef {import('../api.js').Message} Message
 *
 * @typedef {object} RowScene
 * @property {string} me open_id of the person whose own messages stand on the right
 * @property {import('../api.js').State} state
 * @property {import('../api.js').Chat} chat
 * @property {import('./acts.js').Acts} acts
 * @property {(chatId: string) => void} openChat
 * @property {(messageId: string) => Message | undefined} find
 * @property {(messageId: string) => void} reveal
 */

/** One message on the page. What a person is filling in on a card stays when only other things change. */
export class Row {
	#head = el('div', { className: 'head' });
	#quote = el('div');
	#content = el('div', { className: 'content' });
	#footer = el('div', { className: 'below' });
	/** The replies in the thread that begins with this message. */
	#thread = el('div', { className: 'thread', hidden: true });
	#replies = 0;
	#drawn = '';
	#typewriter = new Typewriter();
	node = el(
		'article',
		{},
		this.#head,
		el('div', { className: 'bubble' }, this.#quote, this.#content),
		this.#footer,
		this.#thread,
	);

	/** @param {Message} message @param {RowScene} scene */
	draw(message, scene) {
		const { me, chat, acts, state, openChat } = scene;
		const isBot = message.sender.sender_type === 'app';
		const kind = isBot ? 'bot' : message.sender.id === me ? 'own' : 'other';
		this.node.className = `message ${kind} of-${message.msg_type}`;
		this.#head.replaceChildren(...headOf(message, kind, scene));
		this.#quote.replaceChildren(...quoteOf(message, scene));
		const language = chat.members.find(({ open_id: id }) => id === me)?.language ?? 'en_us';
		const content = JSON.stringify([
			message.deleted,
			message.body,
			message.sent,
			message.names,
			message.streaming_until,
			me,
			language,
			state.old_client,
		]);
		if (content !== this.#drawn) {
			this.#drawn = content;
			const press = (/** @type {import('../card/card.js').Press} */ given) =>
				acts.press(message, given);
			const { members } = chat;
			const { type } = this.#typewriter;
			this.#beginTyping(message);
			this.#content.replaceChildren(
				...renderContent(message, { state, members, language, openChat, press, type }),
			);
		}
		const audience = chat.members.length;
		this.#footer.replaceChildren(...drawFooter(message, { me, audience, acts }));
	}

	/** @param {Message} message */
	#beginTyping({ msg_type: type, body, deleted, streaming_until: until = 0 }) {
		if (type !== 'interactive' || deleted) return;
		const isStreaming = Date.now() < until;
		this.#typewriter.begin(parse(body.content).config, isStreaming);
		this.#content.classList.toggle('streaming', isStreaming);
	}

	/** @param {Node} reply a message of the thread that begins here */
	addReply(reply) {
		this.#replies += 1;
		if (!this.#thread.hasChildNodes()) this.#thread.append(el('div', { className: 'quiet' }));
		const count = `${this.#replies} ${this.#replies === 1 ? 'reply' : 'replies'}`;
		/** @type {Node} */ (this.#thread.firstChild).textContent = `🧵 Thread · ${count}`;
		this.#thread.append(reply);
		this.#thread.hidden = false;
	}
}

/** @param {Message} message @param {string} kind @param {RowScene} scene */
function headOf(message, kind, { me, acts, chat }) {
	const { sender, deleted, create_time: time } = message;
	const sentAt = Number(time);
	const title = clockTime(sentAt, { dateStyle: 'full', timeStyle: 'medium' });
	return [
		el('b', {}, kind === 'own' ? `${sender.name} (you)` : sender.name),
		...(kind === 'bot' ? [el('span', { className: 'tag' }, 'Bot')] : []),
		el('time', { title }, clockTime(sentAt)),
		...(message.updated && !deleted && message.msg_type !== 'interactive'
			? [el('span', { className: 'quiet' }, 'edited')]
			: []),
		...(deleted || message.visible_to
			? []
			: [drawToolbar(message, { me, acts, runsChat: chat.owner_id === me })]),
	];
}

/** @param {Message} message @param {RowScene} scene */
function quoteOf({ parent_id: parentId }, { find, reveal }) {
	if (!parentId) return [];
	const parent = find(parentId);
	if (!parent) return [el('div', { className: 'quote' }, 'In reply to an earlier message')];
	return [
		el(
			'button',
			{
				type: 'button',
				className: 'quote',
				title: 'Go to this message',
				onclick: () => reveal(parentId),
			},
			el('b', {}, parent.sender.name),
			` ${summarize(parent)}`,
		),
	];
}
