/**
 * Nobody sees it, and no command goes on after it. Lark documents no way to escape what has a meaning
 * in text messages and posts.
 */
export const BREAK = '\u200b';

/** What begins a tag, the target of a link or image, or an entity; and the tags of own mentions. */
const COMMAND = /<at user_id="[\w.-]{1,64}"><\/at>|<(?=[/!?a-z])|\](?=[([:])|&(?=#|\w{1,31};)/gi;

/** What a text would mention by itself. */
const FOREIGN_MENTION = /<(?=\/?at\b)/gi;

/** Takes the meaning from the mentions in a text, before own ones are placed in it. */
export const withoutMentions = (text: string): string =>
	text.replace(FOREIGN_MENTION, (start) => start + BREAK);

/**
 * Makes a text arrive as it is written: tags, links, images and entities stay text. Mentions do, too,
 * as far as `withoutMentions` has seen them; those that were placed after that stay mentions.
 */
export const asWritten = (text: string): string =>
	text.replace(COMMAND, (start) => (start.length > 1 ? start : start + BREAK));
