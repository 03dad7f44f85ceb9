import { el } from '../dom.js';

/** What the page calls the message types. @type {Record<string, string>} */
const LABELS = {
	image: 'Image',
	audio: 'Voice message',
	media: 'Video',
	interactive: 'Card',
	sticker: 'Sticker',
	share_chat: 'Shared group',
	share_user: 'Shared contact',
	system: 'System message',
	location: '📍 Location',
	folder: '📁 Folder',
	vote: '🗳 Vote',
	todo: '☑️ Task',
	video_chat: '📹 Video call',
	calendar: '📅 Calendar event',
	general_calendar: '📅 Calendar event',
	share_calendar_event: '📅 Calendar event',
	merge_forward: 'Forwarded messages',
	hongbao: '🧧 Red packet',
};

/** @param {string} type */
export const labelOf = (type) => (Object.hasOwn(LABELS, type) ? LABELS[type] : type);

/** @param {any} content the words that tell what it is about */
function aboutOf({ name, topic, summary, text, file_name, options, start_time, due_time }) {
	const title = typeof summary === 'object' ? summary?.title || wordsOf(summary?.content) : summary;
	const time = Number(start_time ?? due_time);
	return [
		title ?? topic ?? name ?? file_name ?? text,
		Array.isArray(options) ? options.join(', ') : undefined,
		time > 0 ? new Date(time).toLocaleString() : undefined,
	].filter(Boolean);
}

/** @param {any} paragraphs of a post */
const wordsOf = (paragraphs) =>
	Array.isArray(paragraphs)
		? paragraphs
				.flat()
				.map(({ text }) => text ?? '')
				.join('')
		: '';

/** What somebody has forwarded in one message. @param {Array<{ name: string, text: string }>} inside */
export const drawForwarded = (inside) =>
	el(
		'div',
		{ className: 'other' },
		el('strong', {}, labelOf('merge_forward')),
		...inside.map(({ name, text }) => el('div', {}, `${name}: ${text}`)),
	);

/** A message of a type that has no drawing of its own. @param {string} type @param {any} content */
export const drawOther = (type, content) =>
	el(
		'div',
		{ className: 'other' },
		el('strong', {}, labelOf(type)),
		...aboutOf(content).map((line) => el('div', {}, String(line))),
	);
