/** @typedef {{ id: string, name: string }} Mentionable */

/**
 * Everybody who can be mentioned in a chat: its people, its bots, and everyone in a group.
 *
 * @param {import('../api.js').Chat} chat
 * @param {import('../api.js').State} state
 * @returns {Mentionable[]}
 */
export function mentionable(chat, { apps }) {
	if (chat.chat_mode !== 'group') return [];
	const bots = apps.filter(({ app_id }) => chat.bots.includes(app_id));
	return [
		{ id: 'all', name: 'everyone' },
		...chat.members.map(({ open_id: id, name }) => ({ id, name })),
		...bots.map(({ bot_open_id: id, name }) => ({ id, name })),
	];
}

/**
 * Makes a mention of every `@Name` in a text.
 *
 * @param {string} text
 * @param {Mentionable[]} people
 * @returns {string} with `<at>` tags
 */
export function withMentions(text, people) {
	const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
	return longestFirst.reduce(
		(said, { id, name }) => said.replaceAll(`@${name}`, `<at user_id="${id}"></at>`),
		text,
	);
}
