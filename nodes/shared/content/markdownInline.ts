import type { MarkdownToken } from './markdownTokens';

/** What a line of Markdown becomes: text for `md`, or an image of Lark, which needs a paragraph of its own. */
export type InlinePiece = { text: string } | { imageKey: string };

const IMAGE_KEY = /^img_[\w-]+$/;

/** How `md` marks what it can show. */
const MARKS: Record<string, string> = {
	em_open: '*',
	em_close: '*',
	strong_open: '**',
	strong_close: '**',
	s_open: '~~',
	s_close: '~~',
};

/** What has no meaning in `md`, and so needs no escape there. */
const PLAIN = '_';

function codeSpan({ content, markup }: MarkdownToken): string {
	const space = /^`|`$/.test(content) ? ' ' : '';
	return `${markup}${space}${content}${space}${markup}`;
}

function linkEnd(link: MarkdownToken): string {
	const title = link.attrGet('title');
	return `](${link.attrGet('href') ?? ''}${title ? ` "${title}"` : ''})`;
}

/**
 * Writes the inline content of a paragraph or heading as `md` takes it: `__` and `_` become `**` and
 * `*`, an image with a URL becomes a link, and inside a link its name.
 *
 * @param isBold leaves out the marks for bold, where all of the text is bold
 * @see im-v1/message/message-content-description/create_json, "post", tag md
 */
export function inlinePieces(tokens: MarkdownToken[], isBold = false): InlinePiece[] {
	const pieces: InlinePiece[] = [];
	const links: MarkdownToken[] = [];
	let text = '';
	for (const token of tokens) {
		const { type, content, info, markup } = token;
		const mark = MARKS[type];
		if (mark !== undefined) text += isBold && mark === '**' ? '' : mark;
		else if (type === 'text_special')
			text += info === 'escape' && content !== PLAIN ? markup : content;
		else if (type === 'code_inline') text += codeSpan(token);
		else if (type === 'softbreak' || type === 'hardbreak') text += '\n';
		else if (type === 'link_open') {
			links.push(token);
			text += '[';
		} else if (type === 'link_close') text += linkEnd(links.pop() as MarkdownToken);
		else if (type === 'image') {
			const target = String(token.attrGet('src') ?? '');
			const isOwn = IMAGE_KEY.test(target);
			if (links.length > 0) text += content || target;
			else if (!isOwn) text += `[${content || target}](${target})`;
			else {
				pieces.push({ text }, { imageKey: target });
				text = '';
			}
		} else text += content;
	}
	return [...pieces, { text }];
}
