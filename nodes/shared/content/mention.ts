/** What a message mentions in the place of an ID when it notifies all members of the chat. */
export const EVERYONE = 'all';

/** Code comes first, so that it is left alone. */
const CODE_OR_PLACEHOLDER = /```[^]*?```|`[^`\n]*`|(?<![\w@])@(?:\d{1,3}|all)(?!\w)/g;

const tagOf = (id: string): string => `<at user_id="${id}"></at>`;

/** Where mentions go: the places that the text gives them, and the others. */
export interface PlacedMentions {
	/** The text before, between and after the mentions in it; a mention by its ID. */
	parts: Array<{ text: string } | { id: string }>;
	/** The IDs for which the text has no place. */
	unplaced: string[];
}

/**
 * Finds the places of mentions in a text: `@1` stands for the first one, `@2` for the second, and
 * `@all` for everyone, but not in code.
 *
 * @param ids checked
 */
export function findPlaces(text: string, ids: string[]): PlacedMentions {
	const byPlaceholder = new Map(ids.map((id, index) => [`@${index + 1}`, id]));
	if (ids.includes(EVERYONE)) byPlaceholder.set(`@${EVERYONE}`, EVERYONE);
	const parts: PlacedMentions['parts'] = [];
	const placed = new Set<string>();
	let end = 0;
	for (const { 0: match, index } of text.matchAll(CODE_OR_PLACEHOLDER)) {
		const id = byPlaceholder.get(match);
		if (id === undefined) continue;
		if (index > end) parts.push({ text: text.slice(end, index) });
		parts.push({ id });
		placed.add(id);
		end = index + match.length;
	}
	if (end < text.length) parts.push({ text: text.slice(end) });
	return { parts, unplaced: ids.filter((id) => !placed.has(id)) };
}

/** Writes mentions as the tags that text messages and the Markdown of posts understand. */
export const mentionTags = (ids: string[]): string => ids.map(tagOf).join(' ');

/**
 * Puts mentions into a text, as tags: where the text has a place for them, the others at the start.
 *
 * @param ids checked
 * @param separator what comes between the mentions at the start and the text
 * @see im-v1/message/message-content-description/create_json, "text" and "post", mentions
 */
export function placeMentions(text: string, ids: string[], separator = ' '): string {
	if (ids.length === 0 || text.trim() === '') return text;
	const { parts, unplaced } = findPlaces(text, ids);
	const placed = parts.map((part) => ('id' in part ? tagOf(part.id) : part.text)).join('');
	return unplaced.length === 0 ? placed : mentionTags(unplaced) + separator + placed;
}
