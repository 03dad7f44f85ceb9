import { toList, toObject, toText } from './values';

/** Who is mentioned in a message, under Lark's names. `key` is the placeholder in the text. */
export interface Mention {
	key: string;
	name: string;
	open_id: string;
	union_id: string;
	user_id: string;
	mentioned_type: string;
}

/** What stands for everyone, in a text and as the key of a mention. */
const EVERYONE = '@_all';

/** Reads `mentions` of a received message. */
export function readReceivedMentions(mentions: unknown): Mention[] {
	return toList(mentions).map((entry) => {
		const { key, name, id, mentioned_type } = toObject(entry);
		const { open_id, union_id, user_id } = toObject(id);
		return {
			key: toText(key),
			name: toText(name),
			open_id: toText(open_id),
			union_id: toText(union_id),
			user_id: toText(user_id),
			mentioned_type: toText(mentioned_type),
		};
	});
}

/**
 * Tells which mentions are of the bot itself.
 *
 * @param botOpenId undefined when it is not known: then every bot counts, for with the usual scope
 * Lark delivers from groups only what mentions this one
 */
export function mentionsOfBot(mentions: Mention[], botOpenId: string | undefined): Mention[] {
	return mentions.filter(({ open_id, mentioned_type }) =>
		botOpenId === undefined ? mentioned_type === 'bot' : open_id === botOpenId,
	);
}

/** Whether everyone is mentioned: Lark often leaves that out of `mentions`. */
export const mentionsEveryone = (text: string, mentions: Mention[]): boolean =>
	mentions.some(({ key }) => key === EVERYONE) || /@_all(?!\w)/.test(text);

const escape = (key: string) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A pattern for any of the keys; `@_user_12` comes before `@_user_1`. */
const anyOf = (keys: string[]) =>
	[...keys]
		.sort((a, b) => b.length - a.length)
		.map(escape)
		.join('|');

/** Takes mentions out of a text, with the spaces around them, so that the rest reads as if they had not been there. */
function remove(text: string, keys: string[]): string {
	const pattern = new RegExp(`([ \\t]*)(?:${anyOf(keys)})(?!\\d)([ \\t]*)`, 'g');
	return text.replace(pattern, (match, before: string, after: string, offset: number) => {
		const end = offset + match.length;
		const isAtEdge = [text[offset - 1], text[end]].some(
			(sign) => sign === undefined || sign === '\n',
		);
		return isAtEdge || before + after === '' ? '' : ' ';
	});
}

/**
 * Makes a text readable: the bot's own mention goes, the others become `@name`, everyone `@all`.
 *
 * @param own the mentions of the bot itself
 */
export function resolveMentions(text: string, mentions: Mention[], own: Mention[]): string {
	const ownKeys = own.map(({ key }) => key).filter((key) => key !== '');
	const rest = ownKeys.length > 0 ? remove(text, ownKeys) : text;
	const names = new Map(mentions.map(({ key, name }) => [key, `@${name}`]));
	names.delete('');
	names.set(EVERYONE, '@all');
	const pattern = new RegExp(anyOf([...names.keys()]), 'g');
	return rest
		.replace(pattern, (key) => (names.get(key) === '@' ? key : (names.get(key) ?? key)))
		.trim();
}
