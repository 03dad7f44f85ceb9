import { CodeLines } from './codeLines';
import { label, readMention, type Attachment } from './reader';

/** An escaped character, or an image with its key: `![logo](img_v3_x)`. */
const IMAGE = /\\[!\\]|!\[(?:[^[\]\\\n]|\\.|\[[^[\]\n]*\])*\]\(([^()\n]*)\)/g;
const IMAGE_KEY = /^\s*<?(img_[\w-]+)/;

/** A mention: `<at user_id="@_user_1">Tom</at>`. */
const MENTION = /<at\b([^<>]*)>([^<>]*)<\/at>/g;
const MENTION_ID = /\b(?:user_id|id|ids|email)\s*=\s*["']?([^"'\s]+)/;

/**
 * Reads Markdown: all code stays as it is. Takes time in proportion to the text.
 *
 * @param readInline reads what is outside code
 */
export function readMarkdown(markdown: string, readInline: (text: string) => string): string {
	const read: string[] = [];
	const code = new CodeLines();
	let paragraph: string[] = [];
	const endParagraph = () => {
		if (paragraph.length > 0) read.push(readParagraph(paragraph.join('\n'), readInline));
		paragraph = [];
	};
	for (const line of markdown.split('\n')) {
		const isCode = code.has(line);
		if (!isCode && line.trim() !== '') {
			paragraph.push(line);
			continue;
		}
		endParagraph();
		read.push(line);
	}
	endParagraph();
	return read.join('\n');
}

function readParagraph(text: string, readInline: (text: string) => string): string {
	return splitCode(text)
		.map((part, index) => (index % 2 === 1 ? part : readInline(part)))
		.join('');
}

/** Whether a backslash takes the meaning from a character. */
function isEscaped(text: string, index: number): boolean {
	let start = index;
	while (text[start - 1] === '\\') start--;
	return (index - start) % 2 === 1;
}

/** Splits a paragraph into text, code, text and so on: code is between two runs of as many backticks. */
function splitCode(text: string): string[] {
	const runs = [...text.matchAll(/`+/g)];
	const ends = new Map<number, number[]>();
	for (const { 0: marks, index } of [...runs].reverse()) {
		const known = ends.get(marks.length);
		if (known) known.push(index);
		else ends.set(marks.length, [index]);
	}
	const parts: string[] = [];
	let at = 0;
	for (const { 0: marks, index } of runs) {
		if (index < at || (marks.length === 1 && isEscaped(text, index))) continue;
		const candidates = ends.get(marks.length) ?? [];
		while (candidates.length > 0 && candidates[candidates.length - 1] <= index) candidates.pop();
		const end = candidates.at(-1);
		if (end === undefined) continue;
		parts.push(text.slice(at, index), text.slice(index, end + marks.length));
		at = end + marks.length;
	}
	return [...parts, text.slice(at)];
}

/**
 * Reads a text of Markdown: images become `[Image]`, mentions placeholders or names, the rest stays as it is.
 *
 * @param attachments gets the images
 */
export function readImagesAndMentions(text: string, attachments: Attachment[]): string {
	return text
		.replace(IMAGE, (image, target?: string) => {
			const [, key] = IMAGE_KEY.exec(target ?? '') ?? [];
			if (key === undefined) return image;
			attachments.push({ key, type: 'image' });
			return label('Image');
		})
		.replace(MENTION, (_mention, attributes: string, name: string) => {
			const [, id = ''] = MENTION_ID.exec(attributes) ?? [];
			return readMention(id, name);
		});
}
