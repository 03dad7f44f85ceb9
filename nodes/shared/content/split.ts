import { AT_START, openingAgain, placeAfter, placeAtEnd, startsFence } from './fence';
import { isTableRule, tableAtEnd } from './tableLines';

/** What to do about a text that is too long, where the editor offers to split it. */
export const SPLIT_HINT =
	'Shorten it, or let it become several messages: add the option Split Long Messages.';

export interface SplitLimits {
	maxBytes: number;
	/** How many bytes a part takes as a message; at least one for each character. */
	bytesOf: (part: string) => number;
	/** Whether the text is Markdown, with fences and tables that must not be torn. */
	hasFences: boolean;
}

/** Where a part ends and where the next one starts; what is between them is dropped. */
type Cut = [end: number, resume: number];

/** The longest line below the header of a table that is looked for. */
const MAX_RULE = 2_000;

/** As much of a line as may stand before a fence that it opens, and a bit of that. */
const LONGEST_OPENING = 80;

/** The longest mention tag that is kept in one piece. */
const TAG_LENGTH = 300;

const OPEN_MENTION = /<(?:a?$|at\b)/;

/** Whether a place in a text is within a character. */
export const isTrailSurrogate = (text: string, at: number): boolean =>
	/[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');

/** Whether a line can be cut there without tearing a mention or making a fence where there was none. */
function isSafe(text: string, at: number, resume: number): boolean {
	const before = text.slice(Math.max(0, at - TAG_LENGTH), at);
	const afterMention = before.slice(before.lastIndexOf('</at>') + 1);
	return (
		!isTrailSurrogate(text, at) &&
		!OPEN_MENTION.test(afterMention) &&
		!startsFence(text.slice(resume, resume + LONGEST_OPENING))
	);
}

/** The last end of a line after `floor`: best of a paragraph, next outside of fences and tables, last inside. */
function cutBetweenLines(
	text: string,
	floor: number,
	end: number,
	hasFences: boolean,
): Cut | undefined {
	let best: Cut | undefined;
	let bestRank = 0;
	let place = AT_START;
	let isTable = false;
	for (let start = 0; ; ) {
		const at = text.indexOf('\n', start);
		if (at < 0 || at > end) break;
		const line = text.slice(start, at);
		if (hasFences) place = placeAfter(line, place);
		const { fence } = place;
		const next = nextLine(text, at);
		isTable = hasFences && !fence && next.trim() !== '' && (isTable || isTableRule(next));
		const rank = fence || isTable ? 1 : text[at + 1] === '\n' ? 3 : 2;
		if (at > floor && rank >= bestRank) {
			best = [at, at + 1];
			bestRank = rank;
		}
		start = at + 1;
	}
	while (best && bestRank === 3 && text[best[1]] === '\n') best[1]++;
	return best;
}

/** The start of the line after the end of one; a rule of a table is no longer. */
function nextLine(text: string, end: number): string {
	const after = text.indexOf('\n', end + 1);
	return text.slice(end + 1, Math.min(after < 0 ? text.length : after, end + 1 + MAX_RULE));
}

/** Cuts within the line that has no end between `floor` and `end`; a line that opens a fence is cut anywhere. */
function cutInLine(text: string, floor: number, end: number): Cut {
	const lineStart = text.lastIndexOf('\n', floor) + 1;
	const canBeSafe = !startsFence(text.slice(lineStart, lineStart + LONGEST_OPENING));
	for (
		let at = canBeSafe ? text.lastIndexOf(' ', end) : -1;
		at > floor;
		at = text.lastIndexOf(' ', at - 1)
	) {
		if (isSafe(text, at, at + 1)) return [at, at + 1];
	}
	for (let at = canBeSafe ? end : -1; at > floor; at--) if (isSafe(text, at, at)) return [at, at];
	const at = isTrailSurrogate(text, end) ? end - 1 : end;
	return [at, at];
}

/** Cuts a text without fences between `floor` and `end`: between paragraphs, else lines, else words. */
export const cutLines = (text: string, floor: number, end: number): Cut =>
	cutBetweenLines(text, floor, end, false) ?? cutInLine(text, floor, end);

/** As much of a message as may stay empty, so that no reading of Markdown is spent on a few characters. */
const SLACK = 1 / 512;

/**
 * Finds about how many characters of a text fit. To measure Markdown is to read it, so that each length to
 * try comes from the bytes of those before it; every third one halves what is left, for texts of uneven kind.
 *
 * @param most how many may fit
 * @param guess what to try first
 * @param bytesOf what so many of them take; Infinity when something else than bytes is too much
 */
function longestFit(
	most: number,
	guess: number,
	maxBytes: number,
	bytesOf: (length: number) => number,
): number {
	let fit = 0;
	let fitBytes = 0;
	let over = most + 1;
	let overBytes = Infinity;
	let next = Math.min(most, guess);
	for (
		let turn = 1;
		over - fit > Math.max(1, fit * SLACK) && maxBytes - fitBytes >= maxBytes * SLACK;
		turn++
	) {
		const bytes = bytesOf(next);
		if (bytes <= maxBytes) [fit, fitBytes] = [next, bytes];
		else [over, overBytes] = [next, bytes];
		const isOpen = over > most && fit > 0;
		const middle = (fit + over) / 2;
		const alike = fit + ((maxBytes - fitBytes) * (over - fit)) / (overBytes - fitBytes);
		const dense = fit * Math.min(2, maxBytes / fitBytes);
		next = isOpen ? dense : overBytes === Infinity || turn % 3 === 0 ? middle : alike;
		next = Math.max(fit + 1, Math.min(over - 1, Math.floor(next)));
	}
	return fit;
}

/** The part of a text that fits into a message. */
export interface FirstPart {
	part: string;
	/** Where the rest begins in the text. */
	resume: number;
	/** What the rest needs before it: the fence or the header of the table that was cut. */
	reopened: string;
}

/**
 * Cuts off what fits into a message, as `splitText` does.
 *
 * @param begun how much at the beginning was opened again, so that it is no part by itself
 * @param guess about how many characters fit, if that is known
 * @returns undefined when all of it fits
 */
export function firstPart(
	text: string,
	{ maxBytes, bytesOf, hasFences }: SplitLimits,
	begun: number,
	guess = maxBytes,
): FirstPart | undefined {
	const fits = (part: string) => bytesOf(part) <= maxBytes;
	const closed = (part: string) => (hasFences ? withFenceClosed(part) : part);
	if (text === '') return undefined;
	const least = begun + 2;
	const most = Math.min(text.length, maxBytes);
	const first = most <= 2 * guess ? most : Math.max(guess, least);
	let limit = longestFit(most, first, maxBytes, (length) => bytesOf(closed(text.slice(0, length))));
	if (limit > text.length * (1 - 2 * SLACK) && fits(closed(text))) return undefined;
	let cut: Cut;
	do {
		const floor = Math.max(Math.floor(limit / 2), begun);
		limit = Math.max(limit, least);
		cut = cutBetweenLines(text, floor, limit, hasFences) ?? cutInLine(text, floor, limit);
		limit = Math.min(cut[0] - 1, Math.floor(limit * 0.9));
		// Markdown can shrink when more of it is read: what fits at one length may not fit at a shorter one.
	} while (limit > least && !fits(closed(text.slice(0, cut[0]))));
	const part = text.slice(0, cut[0]);
	const { fence, listColumn } = hasFences ? placeAtEnd(part) : AT_START;
	const isCutTable = hasFences && !fence && !text.slice(...cut).includes('\n\n');
	const header = isCutTable ? tableAtEnd(part, text.slice(cut[1], cut[1] + MAX_RULE)) : '';
	const again = header.length > maxBytes / 4 ? '' : header;
	const reopened = fence ? openingAgain(fence) : again;
	const isInList = listColumn > 0 && !fence && header === '';
	const resume = isInList ? afterIndent(text, cut[1]) : cut[1];
	return { part: closed(part), resume, reopened };
}

/** Where the words of a line begin that would be code without the list item above it. */
function afterIndent(text: string, start: number): number {
	const indent = /^[ \t]*/.exec(text.slice(start, start + MAX_RULE))?.[0] ?? '';
	return indent.length > 3 || indent.includes('\t') ? start + indent.length : start;
}

function withFenceClosed(part: string): string {
	const { fence } = placeAtEnd(part);
	return fence ? `${part}\n${fence.prefix}${fence.marker}` : part;
}

/**
 * Splits a text into parts that fit into a message each: between paragraphs if possible, else between
 * lines, else between words. A fence that has to be cut is closed, and opened again with its language
 * in the next part; a table gets its header again. Mention tags and surrogate pairs stay whole. What is lost is white space at the cuts.
 */
export function splitText(text: string, limits: SplitLimits): string[] {
	const parts: string[] = [];
	let rest = text;
	let begun = 0;
	let guess: number | undefined;
	for (;;) {
		const cut = firstPart(rest, limits, begun, guess);
		if (!cut) break;
		parts.push(cut.part);
		guess = cut.part.length;
		begun = cut.reopened.length;
		rest = cut.reopened + rest.slice(cut.resume);
	}
	const last = limits.hasFences ? withFenceClosed(rest) : rest;
	return [...parts, last].filter((part) => part.trim() !== '');
}
