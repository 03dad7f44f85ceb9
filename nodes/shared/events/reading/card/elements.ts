import type { IDataObject } from 'n8n-workflow';

import { label } from '../reader';
import { toList, toObject, toText } from '../../values';
import { buttonReader, checkerReader, inputReader, menuReader, pickerReader } from './controls';
import { readImage, readLink, readPeople, readPerson } from './inline';
import { contentOf, elementsOf, toPart, type Names, type PartReader } from './part';
import { readTable } from './table';
import { readWords } from './words';

const wordsReader: PartReader = (part, names) => [readWords(part, names)];

/** Every element that is more than a container. */
const READERS: Record<string, PartReader> = {
	a: (part) => [readLink(part)],
	action: ({ actions }, names) => [readRow(toList(actions), names)],
	at: (part, names) => [readPerson(part, names)],
	audio: () => [label('Audio')],
	button: buttonReader,
	chart: ({ chart_spec }) => [label('Chart', readChartTitle(toPart(chart_spec)))],
	checker: checkerReader,
	date_picker: pickerReader('Date', 'initial_date'),
	hr: () => ['---'],
	img: (part) => [readImage(part)],
	img_combination: ({ img_list }) => [
		toList(img_list)
			.map(() => label('Image'))
			.join(' '),
	],
	input: inputReader,
	link: (part) => [readLink(part)],
	lark_md: wordsReader,
	markdown: wordsReader,
	markdown_v1: wordsReader,
	multi_select_person: menuReader,
	multi_select_static: menuReader,
	note: (part, names) => [readRow(elementsOf(part), names)],
	overflow: menuReader,
	person: (part, names) => [readPerson(part, names)],
	person_list: ({ persons }, names) => [readPeople(persons, names)],
	picker_datetime: pickerReader('Date and time', 'initial_datetime'),
	picker_time: pickerReader('Time', 'initial_time'),
	plain_text: wordsReader,
	select_img: ({ options }) => [
		toList(options)
			.map(() => label('Image'))
			.join(' '),
	],
	select_person: menuReader,
	select_static: menuReader,
	table: (part, names) => [readTable(part, names, readWords)],
	text: wordsReader,
	video: () => [label('Video')],
};

/** The tags of the elements that are read. */
export const ELEMENT_TAGS: readonly string[] = Object.keys(READERS);

/** Other names of the same elements. */
const SAME: Record<string, string> = { actions: 'action', image: 'img', person_v1: 'person' };

/** Where the parts of a container are, in the order in which they read: `elements` comes between the two. */
const PARTS = ['header', 'title', 'subtitle', 'text', 'label', 'fields'];
const MORE_PARTS = ['actions', 'columns', 'extra'];

/** Reads a part of a card, or a row of parts in a simplified one. It goes as deep as the JSON. */
export function readPart(value: unknown, names: Names): string[] {
	if (typeof value === 'string') return [value];
	if (Array.isArray(value)) return [readRow(value, names)];
	const part = toPart(value);
	const tag = toText(part.tag);
	const name = SAME[tag] ?? tag;
	return Object.hasOwn(READERS, name) ? READERS[name](part, names) : readContainer(part, names);
}

/** What is no element of its own: a column, a form, a header, and what is not known yet. */
function readContainer(part: IDataObject, names: Names): string[] {
	const given = (name: string) => [part[name] ?? []].flat();
	const parts = [
		...PARTS.flatMap(given),
		tagsOf(part),
		...elementsOf(part),
		...MORE_PARTS.flatMap(given),
	];
	return [contentOf(part), ...parts.flatMap((each) => readPart(each, names))];
}

/** The titles of a chart and what stands below them, as VChart has them. */
const readChartTitle = ({ title }: IDataObject): string =>
	[title]
		.flat()
		.map(toPart)
		.filter(({ visible }) => visible !== false)
		.flatMap(({ text, subtext }) => [text, subtext].flat().map(toText))
		.filter((text) => text !== '')
		.join(', ');

/** The tags beside a title, as a row. */
const tagsOf = ({ text_tag_list, i18n_text_tag_list }: IDataObject): unknown[] =>
	elementsOf({ elements: text_tag_list, i18n_elements: i18n_text_tag_list });

/** What reads on with its neighbours, as the pieces of a sentence. */
const PIECES = new Set(['text', 'a', 'at']);

function readRow(parts: unknown[], names: Names): string {
	const row: string[] = [];
	let last = { isPiece: false, text: ' ' };
	for (const part of parts) {
		const text = readPart(part, names)
			.filter((line) => line !== '')
			.join(' ');
		if (text === '') continue;
		const isPiece = PIECES.has(toText(toObject(part).tag));
		const isJoined =
			(isPiece && last.isPiece) || /\s$/.test(last.text.slice(-1)) || /^\s/.test(text);
		row.push(isJoined ? text : ` ${text}`);
		last = { isPiece, text };
	}
	return row.join('');
}
