import { InputError } from '../inputError';
import { isAccident } from '../values';

/** Whom a message mentions, and where. */
export interface Mentions {
	/** open_id, union_id or user_id of each. */
	people: string[];
	everyone: boolean;
	/** `placeholders`: `@1`, `@2`, ... in the text, but not in code, stand for the people, `@all` for everyone. */
	position: 'start' | 'end' | 'placeholders';
}

const EVERYONE = 'all';

/** Code comes first, so that it is left alone. */
const CODE_OR_PLACEHOLDER = /```[^]*?```|`[^`\n]*`|(?<![\w@])@(?:\d{1,3}|all)(?!\w)/g;

function tagOf(id: string): string {
	if (/^[a-zA-Z0-9][\w.-]{0,63}$/.test(id) && !isAccident(id)) return `<at user_id="${id}"></at>`;
	throw new InputError(
		`Mentions cannot have "${id}"`,
		'Enter the open_id (ou_...), union_id (on_...) or user_id of each person, with commas between them. Lark Trigger gives the one of who wrote, and User > Find by Email or Phone the one of anybody else.',
	);
}

/**
 * Puts mentions into a text, as tags that text messages and the Markdown of posts understand.
 *
 * @param separator what comes between the mentions and the text
 * @throws InputError for what is no ID, and when the text lacks a placeholder
 * @see im-v1/message/message-content-description/create_json, "text" and "post", mentions
 */
export function placeMentions(
	text: string,
	{ people, everyone, position }: Mentions,
	separator = ' ',
): string {
	const tags = new Map(people.map((id, index) => [`@${index + 1}`, tagOf(id)]));
	if (everyone) tags.set(`@${EVERYONE}`, tagOf(EVERYONE));
	if (tags.size === 0 || text.trim() === '') return text;

	const mentions = [...tags.values()].join(' ');
	if (position === 'start') return mentions + separator + text;
	if (position === 'end') return text + separator + mentions;

	const missing = new Set(tags.keys());
	const placed = text.replace(CODE_OR_PLACEHOLDER, (match) => {
		missing.delete(match);
		return tags.get(match) ?? match;
	});
	if (missing.size === 0) return placed;
	throw new InputError(
		`The text has no ${[...missing].join(', ')} for a mention`,
		'Write @1 where the first person is to be mentioned, @2 for the second, @all for everyone. Or choose another position.',
	);
}
