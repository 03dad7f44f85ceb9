import type { IDataObject } from 'n8n-workflow';

import { label, time } from '../reader';
import { toList, toText } from '../../values';
import { readImage, readLink, readPerson } from './inline';
import { readCardMarkdown } from './markdown';
import { contentOf, elementsOf, toPart, type Names } from './part';
import { readTable } from './table';

const MARKDOWN = new Set(['lark_md', 'markdown', 'markdown_v1']);

/** Reads what is text or an object with one: a title, a label, a text of Markdown, a placeholder. */
export function readWords(value: unknown, names: Names): string {
	const own = toText(value);
	if (own !== '') return own;
	const part = toPart(value);
	const elements = elementsOf(part);
	if (elements.length > 0) return readRichText(elements, names);
	const content = contentOf(part) || toText(part.text);
	return MARKDOWN.has(toText(part.tag)) ? readCardMarkdown(content) : content;
}

type WordsReader = (part: IDataObject, names: Names) => string;

/** The parts of rendered Markdown that take lines of their own: `raw_card_content` has Markdown rendered. */
const BLOCKS: Record<string, WordsReader> = {
	blockquote: (part, names) => `> ${inside(part, names).replaceAll('\n', '\n> ')}`,
	code_block: ({ language, contents }) =>
		`\`\`\`${toText(language)}\n${toList(contents).map(readCodeLine).join('')}\n\`\`\``,
	heading: (part, names) => `${'#'.repeat(upTo(6, part.level) || 1)} ${inside(part, names)}`,
	hr: () => '---',
	list: ({ items }, names) =>
		toList(items)
			.map((item) => readItem(toPart(item), names))
			.join('\n'),
	table: (part, names) => readTable(part, names, readWords),
};

const INLINE: Record<string, WordsReader> = {
	at: readPerson,
	at_all: () => '@_all',
	br: () => '\n',
	code_span: (part) => `\`${contentOf(part)}\``,
	emoji: ({ key }) => label(toText(key) || 'Emoji'),
	image: readImage,
	img: readImage,
	link: readLink,
	local_datetime: ({ milliseconds, fallback_text }) => time(milliseconds) || toText(fallback_text),
	person: readPerson,
	person_v1: readPerson,
};

/** The tags of the parts of rendered Markdown that are read. */
export const RENDERED_TAGS: readonly string[] = [...Object.keys(BLOCKS), ...Object.keys(INLINE)];

function readRichText(elements: unknown[], names: Names): string {
	const read = elements.map((element) => {
		const part = toPart(element);
		const tag = toText(part.tag);
		if (Object.hasOwn(BLOCKS, tag)) return `\n${BLOCKS[tag](part, names)}\n`;
		return Object.hasOwn(INLINE, tag) ? INLINE[tag](part, names) : inside(part, names);
	});
	return read
		.join('')
		.trim()
		.replace(/\n{3,}/g, '\n\n');
}

/** What a part of rendered Markdown says: its own text, or that of the parts inside. */
const inside = (part: IDataObject, names: Names): string =>
	contentOf(part) || readWords(part.text, names) || readRichText(elementsOf(part), names);

const readCodeLine = (line: unknown): string =>
	toList(toPart(line).contents)
		.map((piece) => contentOf(toPart(piece)))
		.join('');

function readItem({ level, type, order, ...item }: IDataObject, names: Names): string {
	const mark = type === 'ol' ? `${toText(order) || 1}.` : '-';
	return `${'  '.repeat(upTo(10, level))}${mark} ${inside(item, names)}`;
}

const upTo = (max: number, value: unknown): number =>
	Math.min(max, Math.max(0, Math.trunc(Number(value)) || 0));
