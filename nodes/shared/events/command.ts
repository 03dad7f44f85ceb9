import type { Span } from './mentions';

/** A command in a message: `/deploy prod "eu west"`. */
export interface Command {
	/** Without the slash, in lower case. */
	name: string;
	arguments: string[];
}

/** Stands for every command. */
export const ANY_COMMAND = '*';

/** With the slash of a Chinese or Japanese keyboard, too; many scripts write their vowels as marks. */
const COMMAND = /^[/／]([\p{L}\p{N}_][\p{L}\p{M}\p{N}_.:-]*)(?=\s|$)/u;

/** One spelling of a name: an accent may be a character of its own. */
const normalName = (name: string) => name.normalize('NFC').toLowerCase();

/**
 * Reads the command at the start of a text, behind any mentions. Arguments are separated by spaces; one in
 * double quotes may have spaces itself, and so may the name of somebody who is mentioned.
 *
 * @param text without the mention of the bot
 * @param names where the text has the names of those who are mentioned, in order
 * @returns undefined when the text starts with none
 */
export function readCommand(text: string, names: readonly Span[] = []): Command | undefined {
	const start = skipMentions(text, names);
	const [match, name] = COMMAND.exec(text.slice(start)) ?? [];
	if (match === undefined) return undefined;
	return {
		name: normalName(name),
		arguments: readArguments(text.replace(/[“”]/g, '"'), start + match.length, names),
	};
}

/**
 * Gives what a text says behind its command.
 *
 * @param text and names as for `readCommand`
 */
export function textBehindCommand(text: string, names: readonly Span[]): string {
	const rest = text.slice(skipMentions(text, names));
	return rest.replace(COMMAND, '').trim();
}

/**
 * Reads which commands are wanted.
 *
 * @param names with or without the slash
 */
export const readCommandNames = (names: string[]): string[] =>
	names.map((name) => normalName(name.replace(/^[/／]/, ''))).filter((name) => name !== '');

const isSpace = (character: string) => character.trim() === '';

/** @returns where the text goes on behind the mentions at its start */
function skipMentions(text: string, names: readonly Span[]): number {
	let at = 0;
	for (const [start, end] of names) {
		if (text.slice(at, start).trim() !== '') break;
		at = end;
	}
	while (at > 0 && at < text.length && isSpace(text[at])) at++;
	return at;
}

function readArguments(text: string, from: number, names: readonly Span[]): string[] {
	const words: string[] = [];
	const ends = new Map(names);
	let at = from;
	while (at < text.length) {
		if (isSpace(text[at])) {
			at++;
			continue;
		}
		const quote = text[at] === '"' ? text.indexOf('"', at + 1) : -1;
		if (quote >= 0) {
			words.push(text.slice(at + 1, quote));
			at = quote + 1;
			continue;
		}
		const start = at;
		while (at < text.length && !isSpace(text[at])) at = ends.get(at) ?? at + 1;
		words.push(text.slice(start, at));
	}
	return words;
}
