import { el } from '../dom.js';
import { glyph } from '../text/emoji.js';

/**
 * @typedef {import('../api.js').Message} Message
 * @typedef {import('./acts.js').Acts} Acts
 */

/**
 * What stands below a message: reactions, pin, readers, and what no app was told.
 *
 * @param {Message} message
 * @param {{ me: string, audience: number, acts: Acts }} scene audience: how many people there are to read it
 * @returns {Node[]}
 */
export function drawFooter(message, { me, audience, acts }) {
	if (message.deleted) return undelivered(message);
	if (message.visible_to)
		return [el('div', { className: 'quiet marks' }, '👁 Only visible to you')];
	return [
		...reactions(message, me, acts),
		...marks(message, audience),
		...message.follow_ups.map((text) => followUp(message, text, acts)),
		...undelivered(message),
	];
}

/** A press sends the text of the bubble. @param {Message} message @param {string} text @param {Acts} acts */
const followUp = (message, text, acts) =>
	el(
		'button',
		{ type: 'button', className: 'bubble-below', onclick: () => void acts.say(message, text) },
		text,
	);

/** @param {Message} message @param {string} me @param {Acts} acts */
function reactions(message, me, acts) {
	const types = [...new Set(message.reactions.map(({ emoji_type }) => emoji_type))];
	if (types.length === 0) return [];
	const pills = types.map((type) => {
		const people = message.reactions.filter(({ emoji_type }) => emoji_type === type);
		const isMine = people.some(({ operator }) => operator.id === me);
		const names = people.map(({ operator }) => operator.name).join(', ');
		return el(
			'button',
			{
				type: 'button',
				className: 'reaction',
				ariaPressed: String(isMine),
				ariaLabel: `${type}: ${names}`,
				title: names,
				onclick: () => acts.react(message, type, !isMine),
			},
			`${glyph(type)} ${names}`,
		);
	});
	return [el('div', { className: 'reactions' }, ...pills)];
}

/** @param {Message} message @param {number} audience */
function marks({ pinned_by: pinner, buzzed, read_by: readers, sent, sender }, audience) {
	const others = audience - (sent === undefined ? 1 : 0);
	const read =
		others === 1
			? [readers.length > 0 ? 'Read' : 'Unread']
			: [`Read by ${readers.length} of ${others}`];
	const lines = [
		...(pinner ? [`📌 Pinned by ${pinner}`] : []),
		...(buzzed.length > 0 ? [`⚡ Buzzed ${buzzed.join(', ')}`] : []),
		...(others > 0 && sender.sender_type !== '' ? read : []),
	];
	return [el('div', { className: 'quiet marks', title: readers.join(', ') }, lines.join(' · '))];
}

/** @param {Message} message the same reason several times is one line */
function undelivered({ not_delivered: all }) {
	const lines = new Set(
		all.map(({ app, event_type: type, reason }) => `Not delivered to ${app} (${type}): ${reason}.`),
	);
	return [...lines].map((line) => el('div', { className: 'not-delivered' }, line));
}
