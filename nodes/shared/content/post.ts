import type { MessageContent } from './message';

/** A piece of a post: text, a link, an image, ... */
export type PostNode = { tag: string } & Record<string, unknown>;

/** With a single language, Lark shows it to everybody. */
export const LOCALE = 'en_us';

/**
 * Makes a post in one language.
 *
 * @see im-v1/message/message-content-description/create_json, "post"
 */
export function postOf(paragraphs: PostNode[][], title = ''): MessageContent {
	const post = { [LOCALE]: { ...(title && { title }), content: paragraphs } };
	return { msg_type: 'post', content: JSON.stringify(post) };
}
