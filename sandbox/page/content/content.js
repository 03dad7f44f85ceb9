import { drawCard, cardTitle } from '../card/card.js';
import { el } from '../dom.js';
import { fileLink, image } from '../resources.js';
import { inline } from '../text/inline.js';
import { video, voice } from './media.js';
import { drawForwarded, drawOther, labelOf } from './other.js';
import { postParagraphs } from './post.js';
import { sharedChat, sharedPerson } from './share.js';
import { sticker } from './sticker.js';
import { systemText } from './system.js';

/**
 * @typedef {import('../api.js').Message} Message
 * @typedef {import('../text/inline.js').Draw} Draw
 */

/**
 * What the content of a message needs to know of the page.
 *
 * @typedef {object} Scene
 * @property {import('../api.js').State} state
 * @property {Array<{ open_id: string, name: string }>} members of the chat
 * @property {(chatId: string) => void} openChat
 * @property {string} language of the person who looks
 * @property {(press: import('../card/card.js').Press) => Promise<void>} [press]
 * @property {import('../card/typewriter.js').Typewriter['type']} [type]
 */

/** What clients before 7.20 show for a card 2.0. */
const UPGRADE = 'Please upgrade Lark to the latest version to view this content';

/** @param {string | undefined} text @returns {any} the parsed content, or {} when it is no JSON object */
export function parse(text) {
	try {
		return JSON.parse(text ?? '') ?? {};
	} catch {
		return {};
	}
}

/** @param {Message} message @returns {Draw} */
function drawOf({ mentions, names, sent }) {
	return {
		tags: sent !== undefined,
		nameOf: (id) => {
			if (id === 'all' || id === '@_all') return 'everyone';
			return mentions?.find(({ key }) => key === id)?.name ?? names[id] ?? id;
		},
	};
}

/**
 * Draws what a message says.
 *
 * @param {Message} message
 * @param {Scene} scene
 * @returns {Array<Node | string>}
 */
export function renderContent(message, scene) {
	if (message.deleted) return [el('em', { className: 'quiet' }, 'This message was recalled')];
	const content = parse(message.body.content);
	try {
		return drawn(message, content, scene);
	} catch {
		// Content that apps make may be nested too deeply, or have a number where a list belongs.
		const words = `This ${labelOf(message.msg_type)} cannot be drawn`;
		return [el('em', { className: 'quiet' }, words), el('pre', {}, message.body.content)];
	}
}

/**
 * @param {Message} message
 * @param {any} content
 * @param {Scene} scene
 * @returns {Array<Node | string>}
 */
function drawn(message, content, scene) {
	const draw = drawOf(message);
	const { members, press, language, type } = scene;
	switch (message.msg_type) {
		case 'text':
			return inline(String((message.sent ? parse(message.sent) : content).text ?? ''), draw);
		case 'post':
			return postParagraphs(sentPost(message, content), draw);
		case 'image':
			return [image(content.image_key, 'Image')];
		case 'file':
			return [fileLink(content.file_key, content.file_name ?? 'file')];
		case 'audio':
			return [voice(content)];
		case 'media':
			return [video(content)];
		case 'sticker':
			return [sticker(content)];
		case 'share_chat':
			return [sharedChat(content, scene)];
		case 'share_user':
			return [sharedPerson(content, draw)];
		case 'system':
			return [systemText(content)];
		case 'interactive':
			if (content.schema && scene.state.old_client) return [UPGRADE];
			return [
				drawCard(content, { draw: { ...draw, tags: true }, members, press, language, type }),
				json(content),
			];
		case 'merge_forward':
			return [drawForwarded(message.forwarded ?? [])];
		default:
			return [drawOther(message.msg_type, content), json(content)];
	}
}

/** A post as it was sent; the names of its files are known only as it is read. @param {Message} message @param {any} read */
const sentPost = ({ sent }, read) => (sent ? { ...parse(sent), files: read.files } : read);

/** @param {unknown} content */
const json = (content) =>
	el(
		'details',
		{ className: 'json' },
		el('summary', {}, 'JSON'),
		el('pre', {}, JSON.stringify(content, null, 2)),
	);

/**
 * Says in one line what a message is, for a quote.
 *
 * @param {Message} message
 * @returns {string}
 */
export function summarize(message) {
	if (message.deleted) return 'Recalled message';
	try {
		return inWords(message, parse(message.body.content));
	} catch {
		return labelOf(message.msg_type);
	}
}

/** @param {Message} message @param {any} content @returns {string} */
function inWords(message, content) {
	const draw = drawOf(message);
	switch (message.msg_type) {
		case 'text':
			return wordsOf(inline(String(content.text ?? ''), { nameOf: draw.nameOf }));
		case 'post':
			return postParagraphs(content, draw)
				.map((paragraph) => paragraph.textContent)
				.join(' ');
		case 'interactive':
			return `Card: ${cardTitle(content) || 'untitled'}`;
		default:
			return content.file_name ?? labelOf(message.msg_type);
	}
}

/** @param {Array<Node | string>} nodes */
const wordsOf = (nodes) =>
	nodes.map((node) => (typeof node === 'string' ? node : node.textContent)).join('');
