/** A block of code in Markdown, between two lines of ``` or ~~~. */
export interface Fence {
	/** What its lines begin with: spaces, and `>` within a quote. */
	prefix: string;
	/** What opened it, e.g. ```; as many or more of the same close it. */
	marker: string;
	/** The first word after the marker, or ''. */
	language: string;
	/** The columns of its lines that belong to a list item. */
	listColumns: number;
}

/** Where a line of Markdown has left the reader. */
export interface LinePlace {
	/** The column where the text of the open list item begins, quotes not counted; 0 outside of lists. */
	listColumn: number;
	/** The fence that is open. */
	fence?: Fence;
}

/** Before the first line. */
export const AT_START: LinePlace = { listColumn: 0 };

/** The quotes and list items that a line is in or begins, with all spaces. */
const CONTAINERS = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*/;

const OPENING = /^(`{3,20}(?!`)(?=[^`]*$)|~{3,20}(?!~))(.*)$/;

/** Whether a text begins with what opens or closes a fence, within quotes and lists too. */
export const startsFence = (text: string): boolean =>
	/^(?:```|~~~)/.test(text.slice(containersOf(text).length));

const containersOf = (line: string): string => CONTAINERS.exec(line)?.[0] ?? '';

const quotesIn = (prefix: string): number => prefix.split('>').length - 1;

/** The columns of a prefix that no quote takes; a tab is a step of four. */
const columnsOf = (prefix: string): number =>
	prefix.replace(/> ?/g, '').replaceAll('\t', '    ').length;

const isBlank = (line: string): boolean => /^[\s>]*$/.test(line);

/** The spaces and quotes that a line begins with, no longer than the fence's own. */
const prefixWithin = (line: string, { prefix }: Fence): string =>
	(/^[ \t>]*/.exec(line)?.[0] ?? '').slice(0, prefix.length);

/** Whether a line is no longer in the quote or list item that the fence is in. */
const leavesContainer = (line: string, fence: Fence): boolean => {
	const prefix = prefixWithin(line, fence);
	if (quotesIn(prefix) < quotesIn(fence.prefix)) return true;
	return !isBlank(line) && columnsOf(prefix) < fence.listColumns;
};

function closesFence(line: string, fence: Fence): boolean {
	const text = line.slice(prefixWithin(line, fence).length);
	const run = text.trim();
	return (
		/^ {0,3}(?:```|~~~)/.test(text) &&
		run.length >= fence.marker.length &&
		run === fence.marker[0].repeat(run.length)
	);
}

function placeOutside(line: string, { listColumn }: LinePlace): LinePlace {
	if (isBlank(line)) return { listColumn };
	const containers = containersOf(line);
	const before = columnsOf(/^[ \t>]*/.exec(line)?.[0] ?? '');
	if (before > listColumn + 3) return { listColumn };
	const columns = columnsOf(containers);
	const inList = columns > before ? columns : Math.min(listColumn, before);
	const [, marker, info] = OPENING.exec(line.slice(containers.length)) ?? [];
	if (marker === undefined) return { listColumn: inList };
	const prefix = containers.replace(/[^\s>]/g, ' ');
	const language = /^[\w+#.-]{1,40}/.exec(info.trimStart())?.[0] ?? '';
	return { listColumn: inList, fence: { prefix, marker, language, listColumns: inList } };
}

/**
 * Reads one more line of Markdown. A fence ends at its closing line, or where the quote or list item ends
 * that it is in.
 *
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */
export function placeAfter(line: string, place: LinePlace): LinePlace {
	const { fence, listColumn } = place;
	if (!fence || leavesContainer(line, fence)) return placeOutside(line, place);
	return closesFence(line, fence) ? { listColumn } : place;
}

/** The place after some lines of Markdown. */
export const placeAtEnd = (text: string): LinePlace =>
	text.split('\n').reduce((place, line) => placeAfter(line, place), AT_START);

/**
 * The line that opens a fence again elsewhere. Its lines stay as they are, so that what was a list item
 * above it is one here.
 */
export function openingAgain({ prefix, marker, language, listColumns }: Fence): string {
	let left = listColumns;
	const opening = prefix.replaceAll('\t', '    ').replace(/[^\S>]+|> ?/g, (piece) => {
		if (piece.startsWith('>')) return piece;
		const inList = Math.min(left, piece.length);
		left -= inList;
		return bullets(inList) + piece.slice(inList);
	});
	return `${opening}${marker}${language}\n`;
}

/** Bullets of list items in each other, which take so many columns. */
function bullets(columns: number): string {
	if (columns < 2) return ' '.repeat(columns);
	return '- '.repeat(columns / 2 - 1) + (columns % 2 === 0 ? '- ' : '-  ');
}
