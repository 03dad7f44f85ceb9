import { MarkedText } from './markedText';
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

/** Whether marks are written otherwise than in the source, so that what is none there could be taken for one. */
function isRewritten(tokens: MarkdownToken[]): boolean {
	const open: string[] = [];
	return tokens.some(({ type, markup }) => {
		const mark = MARKS[type];
		if (mark === undefined) return false;
		if (!type.endsWith('_open')) {
			open.pop();
			return false;
		}
		open.push(mark);
		return markup.startsWith(PLAIN) || open.indexOf(mark) < open.length - 1;
	});
}

/** What ends a link: its target and title. */
export function linkEnd(link: MarkdownToken): string {
	const href = String(link.attrGet('href') ?? '');
	const title = String(link.attrGet('title') ?? '').replaceAll('"', '\\"');
	return `](${/\s/.test(href) ? `<${href}>` : href}${title && ` "${title}"`})`;
}

/**
 * Writes the inline content of a paragraph or heading as `md` takes it: `__` and `_` become `**` and
 * `*`, an image with a URL becomes a link, and inside a link its name.
 *
 * @see im-v1/message/message-content-description/create_json, "post", tag md
 */
export function inlinePieces(tokens: MarkdownToken[]): InlinePiece[] {
	const pieces: InlinePiece[] = [];
	const links: MarkdownToken[] = [];
	const line = new MarkedText();
	const literal = isRewritten(tokens)
		? (text: string) => text.replace(/[*~]/g, '\\$&')
		: (text: string) => text;
	for (const token of tokens) {
		const { type, content, info, markup } = token;
		const mark = MARKS[type];
		if (mark !== undefined) {
			if (type.endsWith('_open')) line.open(mark);
			else line.close();
		} else if (type === 'text_special') {
			line.add(info === 'escape' && content !== PLAIN ? markup : content);
		} else if (type === 'address') line.add(content);
		else if (type === 'code_inline') line.add(codeSpan(token));
		else if (type === 'softbreak' || type === 'hardbreak') line.add('\n');
		else if (type === 'link_open') {
			links.push(token);
			line.add('[');
		} else if (type === 'link_close') line.add(linkEnd(links.pop() as MarkdownToken));
		else if (type === 'image') {
			const target = String(token.attrGet('src') ?? '');
			const isOwn = IMAGE_KEY.test(target);
			if (links.length > 0) line.add(content || target);
			else if (!isOwn) line.add(`[${content || target}](${target})`);
			else pieces.push({ text: line.interrupt() }, { imageKey: target });
		} else {
			const isAfterImage = pieces.length > 0 && line.isEmpty;
			line.add(isAfterImage ? literal(content).trimStart() : literal(content));
		}
	}
	return [...pieces, { text: line.text }];
}
