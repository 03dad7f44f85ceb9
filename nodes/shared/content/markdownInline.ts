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

interface OpenMark {
	mark: string;
	/** How long the text was, mark included. */
	at: number;
}

function opened(text: string, mark: string, open: OpenMark[]): string {
	open.push({ mark, at: text.length + mark.length });
	return text + mark;
}

/** A mark around nothing is taken back. */
const closed = (text: string, { mark, at }: OpenMark): string =>
	text.length === at ? text.slice(0, -mark.length) : text + mark;

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
	/** The marks that are open, and where their text begins: an image closes them, and opens them again after it. */
	const open: OpenMark[] = [];
	let text = '';
	for (const token of tokens) {
		const { type, content, info, markup } = token;
		const mark = MARKS[type];
		if (mark !== undefined) {
			if (type.endsWith('_open')) text = opened(text, mark, open);
			else text = closed(text, open.pop() as OpenMark);
		} else if (type === 'text_special')
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
				pieces.push({ text: open.reduceRight(closed, text.trimEnd()) }, { imageKey: target });
				const marks = open.splice(0).map(({ mark: again }) => again);
				text = marks.reduce((rest, again) => opened(rest, again, open), '');
			}
		} else {
			const isAfterImage = pieces.length > 0 && text.length === (open.at(-1)?.at ?? 0);
			text += isAfterImage ? content.trimStart() : content;
		}
	}
	return [...pieces, { text }];
}
