import { InputError } from '../inputError';
import { fenceAfter, type Fence } from './fence';
import { splitForGroupBot } from './groupBot';
import type { MessageContent } from './message';

/** Cards mention people by another attribute than texts. */
const MENTION = /<at user_id="([^"]{1,100})">/g;

/** An image that is not one of Lark, by its key: a card would be refused because of it. */
const FOREIGN_IMAGE = /!(?=\[[^\]\n]{0,500}\]\((?!img_))/g;

/** Writes a line for a card: mentions in its form, images of the web as links; code stays as it is. */
function cardMarkdown(text: string): string {
	let fence: Fence | undefined;
	const lines = text.split('\n').map((line) => {
		const before = fence;
		fence = fenceAfter(line, fence);
		return (before ?? fence)
			? line
			: line.replace(MENTION, '<at id=$1>').replace(FOREIGN_IMAGE, '');
	});
	return lines.join('\n');
}

function card(text: string, title: string): MessageContent {
	const header = { title: { tag: 'plain_text', content: title }, template: 'blue' };
	const body = { elements: [{ tag: 'markdown', content: cardMarkdown(text) }] };
	return {
		msg_type: 'interactive',
		content: JSON.stringify({ schema: '2.0', ...(title && { header }), body }),
	};
}

/**
 * Makes the card that shows Markdown: the posts of a group bot have no `md`.
 *
 * @param isSplit whether a long text becomes several cards; the first one has the title
 * @throws InputError for an empty text
 * @see feishu-cards/card-json-v2-components/content-components/rich-text
 */
export function groupBotMarkdown(text: string, title: string, isSplit: boolean): MessageContent[] {
	if (text.trim() === '') {
		throw new InputError(
			'Markdown is empty',
			'Enter a text. If it comes from an expression, check that the field exists in the incoming item.',
		);
	}
	if (!isSplit) return [card(text, title)];
	return splitForGroupBot(text, (part) => card(part, title), true).map((part, index) =>
		index === 0 ? part : withoutTitle(part),
	);
}

function withoutTitle({ msg_type, content }: MessageContent): MessageContent {
	const { header: _header, ...rest } = JSON.parse(content) as Record<string, unknown>;
	return { msg_type, content: JSON.stringify(rest) };
}
