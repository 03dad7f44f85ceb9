import type { IDataObject } from 'n8n-workflow';

import { time } from '../reader';
import { toList, toObject, toText } from '../../values';
import { readPeople } from './inline';
import { contentOf, toPart, type Names } from './part';
import { readCardMarkdown } from './markdown';

/** The most columns that a table of Lark may have. */
const MAX_COLUMNS = 50;

/** More digits than a table shows. */
const MAX_PRECISION = 10;

type CellReader = (value: unknown, names: Names) => string;

/**
 * The columns, each once: with a name that is there twice, a cell would be read twice, and of tables in cells of
 * tables each that often again.
 */
const columnsOf = (columns: unknown): IDataObject[] => {
	const parts = toList(columns).slice(0, MAX_COLUMNS).map(toPart);
	return [...new Map(parts.map((part) => [toText(part.name), part])).values()];
};

/**
 * A table as one of Markdown: the header and a line for each row.
 *
 * @param readWords reads a cell that has a text of its own
 * @see feishu-cards/card-json-v2-components/content-components/table
 */
export function readTable(
	{ columns, rows }: IDataObject,
	names: Names,
	readWords: CellReader,
): string {
	const shown = columnsOf(columns);
	if (shown.length === 0) return '';
	const header = shown.map(
		(column) => readWords(column.display_name, names) || toText(column.name),
	);
	const cells = toList(rows).map((row) =>
		shown.map((column) => readCell(toObject(row)[toText(column.name)], column, names, readWords)),
	);
	const rule = shown.map(() => '---');
	return [header, rule, ...cells].map(toLine).join('\n');
}

const toLine = (cells: string[]): string =>
	`| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;

/** In `raw_card_content` the value of a cell is in `data`. */
function readCell(value: unknown, column: IDataObject, names: Names, read: CellReader): string {
	// Of most cells of a table made to keep n8n busy, the JSON says nothing.
	if (value === undefined) return '';
	const { data = value } = toObject(value);
	switch (toText(column.data_type)) {
		case 'date':
			return time(data) || read(data, names);
		case 'number':
			return typeof data === 'number' ? readNumber(data, toPart(column.format)) : read(data, names);
		case 'persons':
			return readPeople(data, names);
		case 'lark_md':
		case 'markdown':
			return typeof data === 'string' ? readCardMarkdown(data) : read(data, names);
		default:
			return [data]
				.flat()
				.map((entry) => read(entry, names) || contentOf(toPart(toPart(entry).text)))
				.join(', ');
	}
}

function readNumber(value: number, { precision, symbol, separator }: IDataObject): string {
	const digits =
		typeof precision === 'number' && precision >= 0
			? Math.min(precision, MAX_PRECISION)
			: undefined;
	const written = value.toLocaleString('en-US', {
		useGrouping: separator === true,
		...(digits === undefined
			? { maximumFractionDigits: MAX_PRECISION }
			: { minimumFractionDigits: digits, maximumFractionDigits: digits }),
	});
	return `${toText(symbol)}${written}`;
}
