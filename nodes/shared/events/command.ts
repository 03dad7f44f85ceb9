/** A command in a message: `/deploy prod "eu west"`. */
export interface Command {
	/** Without the slash, in lower case. */
	name: string;
	arguments: string[];
}

/** Stands for every command. */
export const ANY_COMMAND = '*';

const QUOTES: Record<string, string> = { '“': '"', '”': '"' };

/**
 * Reads the command at the start of a text. Arguments are separated by spaces; one in double quotes
 * may have spaces itself.
 *
 * @param text without the mention of the bot
 * @returns undefined when the text starts with none
 */
export function readCommand(text: string): Command | undefined {
	const [, name, rest = ''] =
		/^\/([\p{L}\p{N}_][\p{L}\p{N}_.:-]*)(?:\s+([^]*))?$/u.exec(text) ?? [];
	if (!name) return undefined;
	const plain = rest.replace(/[“”]/g, (quote) => QUOTES[quote]);
	const words = plain.match(/"[^"]*"|\S+/g) ?? [];
	return {
		name: name.toLowerCase(),
		arguments: words.map((word) => word.replace(/^"([^"]*)"$/, '$1')),
	};
}

/**
 * Reads which commands are wanted.
 *
 * @param names with or without the slash
 */
export const readCommandNames = (names: string[]): string[] =>
	names.map((name) => name.replace(/^\//, '').toLowerCase()).filter((name) => name !== '');
