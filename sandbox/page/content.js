import { cardTitle, describeCard } from './card.js';
import { el } from './dom.js';
import { postParagraphs, postText } from './post.js';
import { fileLink, image } from './resources.js';
import { richText } from './rich-text.js';

/** @typedef {import('./api.js').Message} Message */

/**
 * What the page calls the message types it does not draw in full.
 *
 * @type {Record<string, string>}
 */
const LABELS = {
	interactive: 'Card',
	sticker: 'Sticker',
	share_chat: 'Shared group',
	share_user: 'Shared contact',
	system: 'System message',
	location: 'Location',
	folder: 'Folder',
	vote: 'Vote',
	todo: 'Task',
	video_chat: 'Video call',
	calendar: 'Calendar event',
	general_calendar: 'Calendar event',
	share_calendar_event: 'Calendar event',
	merge_forward: 'Forwarded messages',
};

/** @param {Message} message @returns {any} the parsed content, or {} when it is no JSON object */
function parse({ body }) {
	try {
		return JSON.parse(body.content) ?? {};
	} catch {
		return {};
	}
}

/** @param {string} type */
const labelOf = (type) => LABELS[type] ?? type;

/** @param {unknown} content @param {boolean} open */
function json(content, open) {
	const text = JSON.stringify(content, null, 2);
	return el('details', { open }, el('summary', {}, 'JSON'), el('pre', {}, text));
}

/**
 * Draws what a message says.
 *
 * @param {Message} message
 * @param {import('./card.js').Press} [press]
 * @param {Map<string, string>} [names] of people, by open_id
 * @returns {Array<Node | string>}
 */
export function renderContent(message, press, names) {
	if (message.deleted) return [el('em', { className: 'quiet' }, 'This message was recalled')];
	const content = parse(message);
	switch (message.msg_type) {
		case 'text':
			return richText(content.text ?? '', message.mentions);
		case 'post':
			return postParagraphs(content, message.mentions);
		case 'image':
			return [image(content.image_key, 'Image')];
		case 'file':
			return [fileLink(content.file_key, content.file_name ?? 'file')];
		case 'audio':
			return [fileLink(content.file_key, content.file_name ?? 'voice message')];
		case 'media':
			return [fileLink(content.file_key, content.file_name ?? 'video')];
		case 'interactive':
			return [...describeCard(content, press, names), json(content, false)];
		default:
			return [el('strong', {}, labelOf(message.msg_type)), json(content, true)];
	}
}

/**
 * Says in one line what a message is, for a quote.
 *
 * @param {Message} message
 */
export function summarize(message) {
	if (message.deleted) return 'Recalled message';
	const content = parse(message);
	switch (message.msg_type) {
		case 'text':
			return richText(content.text ?? '', message.mentions)
				.map((part) => (typeof part === 'string' ? part : part.textContent))
				.join('');
		case 'post':
			return postText(content, message.mentions);
		case 'image':
			return 'Image';
		case 'interactive':
			return `Card: ${cardTitle(content) || 'untitled'}`;
		default:
			return content.file_name ?? labelOf(message.msg_type);
	}
}
