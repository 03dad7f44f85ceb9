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

/** Reads `mentions` of a received message. One that is read from Lark's API has its open_id as `id`. */
export function readReceivedMentions(mentions: unknown): Mention[] {
	return toList(mentions).map((entry) => {
		const { key, name, id, mentioned_type } = toObject(entry);
		const { open_id = id, union_id, user_id } = toObject(id);
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

/** Where a name stands in a text: from its first character to the one after its last. */
export type Span = readonly [start: number, end: number];

/** A text for people to read, and where it has the names of those who are mentioned. */
export interface ResolvedText {
	text: string;
	names: Span[];
}

/** What can stand for somebody: `@_user_1`, `@_all`; an open_id in a card as it was sent. */
const PLACEHOLDER = /@\w{1,64}/g;

/** Longer keys stand nowhere. There are not many more lengths to try for each placeholder. */
const MAX_KEY_LENGTH = 65;

/** Longer names are cut, so that a text with many mentions does not grow without limit. */
const MAX_NAME_LENGTH = 100;

const isBlank = (character: string | undefined) => character === ' ' || character === '\t';

/**
 * Makes a text readable: the bot's own mentions go, with the spaces around them, the others become
 * `@name`, everyone `@all`. Takes time in proportion to the text.
 *
 * @param own the mentions of the bot itself
 */
export function resolveText(text: string, mentions: Mention[], own: Mention[]): ResolvedText {
	const shown = new Map(
		mentions.flatMap((mention) =>
			keysOf(mention).map((key) => [
				key,
				mention.name && `@${mention.name.slice(0, MAX_NAME_LENGTH)}`,
			]),
		),
	);
	shown.set(EVERYONE, '@all');
	const ownKeys = new Set(own.flatMap(keysOf));
	const lengths = [...new Set([...shown.keys()].map((key) => key.length))]
		.filter((length) => length <= MAX_KEY_LENGTH)
		.sort((a, b) => b - a);
	const builder = new TextBuilder();
	let at = 0;
	for (const { 0: placeholder, index } of text.matchAll(PLACEHOLDER)) {
		const key = lengths
			.filter((length) => length <= placeholder.length && !isDigit(placeholder[length]))
			.map((length) => placeholder.slice(0, length))
			.find((candidate) => shown.has(candidate));
		if (key === undefined) continue;
		let end = index + key.length;
		if (ownKeys.has(key)) {
			let start = index;
			while (start > at && isBlank(text[start - 1])) start--;
			builder.add(text.slice(at, start));
			const hasSpace = start < index || isBlank(text[end]);
			while (isBlank(text[end])) end++;
			const isAtLineEnd = end === text.length || text[end] === '\n';
			if (hasSpace && !isAtLineEnd) builder.addSpace();
		} else {
			builder.add(text.slice(at, index));
			builder.addName(shown.get(key) || key);
		}
		at = end;
	}
	builder.add(text.slice(at));
	return builder.build();
}

/** What may stand for a mention in a text. */
const keysOf = ({ key, open_id }: Mention): string[] =>
	open_id === '' ? [key] : [key, `@${open_id}`];

/** As {@link resolveText}, for the text alone. */
export const resolveMentions = (text: string, mentions: Mention[], own: Mention[]): string =>
	resolveText(text, mentions, own).text;

const isDigit = (character: string | undefined) =>
	character !== undefined && character >= '0' && character <= '9';

/** Puts a text together from its parts; looking at the end of a text that grows would take quadratic time. */
class TextBuilder {
	private readonly parts: string[] = [];

	private readonly names: Span[] = [];

	private length = 0;

	private last = '\n';

	add(part: string): void {
		if (part === '') return;
		this.parts.push(part);
		this.length += part.length;
		this.last = part[part.length - 1];
	}

	addName(name: string): void {
		this.names.push([this.length, this.length + name.length]);
		this.add(name);
	}

	/** Adds a space, unless there is one or a line begins. */
	addSpace(): void {
		if (this.last !== '\n' && !isBlank(this.last)) this.add(' ');
	}

	/** Gives the text without the space around it. */
	build(): ResolvedText {
		const text = this.parts.join('');
		const cut = text.length - text.trimStart().length;
		return {
			text: text.trim(),
			names: this.names.map(([start, end]) => [start - cut, end - cut]),
		};
	}
}
