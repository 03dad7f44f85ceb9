/** A regular expression as a tree. An atom takes one character, an assertion none; both keep their source. */
export type PatternNode =
	| { kind: 'atom' | 'assertion'; source: string }
	| { kind: 'sequence' | 'choice'; parts: PatternNode[] }
	| { kind: 'repeat'; part: PatternNode; min: number; max: number };

/** A construct that cannot be matched in linear time, or is not needed here. */
export class UnsupportedPattern extends Error {}

const QUANTIFIER = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;
const ESCAPE = /\\(?:x[\da-f]{2}|u\{[\da-f]+\}|u[\da-f]{4}|c[a-z]|p\{[^}]*\}|[^])/iy;
const CLASS = /\[(?:\\[^]|[^\]\\])*\]/y;
const CHARACTER = /[\ud800-\udbff][\udc00-\udfff]|[^]/y;
const GROUP = /\((?:\?(?::|<(?![=!])[^>]*>))?/y;

/** Reads a source from left to right. */
class Reader {
	private at = 0;

	constructor(private readonly source: string) {}

	get isAtEnd(): boolean {
		return this.at >= this.source.length;
	}

	get next(): string {
		return this.source[this.at];
	}

	match(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.source);
		if (found) this.at += found[0].length;
		return found;
	}

	skip(): void {
		this.at++;
	}
}

function readGroup(reader: Reader): PatternNode {
	const [opening = ''] = reader.match(GROUP) ?? [];
	if (opening === '(' && reader.next === '?') {
		throw new UnsupportedPattern('a group that starts with (?=, (?!, (?<= or (?<!');
	}
	const inside = readChoice(reader);
	reader.skip();
	return inside;
}

function readEscape(reader: Reader): PatternNode {
	const [source = ''] = reader.match(ESCAPE) ?? [];
	if (/^\\[1-9k]/.test(source)) throw new UnsupportedPattern(`the backreference ${source}`);
	return { kind: /^\\[bB]$/.test(source) ? 'assertion' : 'atom', source };
}

function readTerm(reader: Reader): PatternNode {
	switch (reader.next) {
		case '(':
			return readGroup(reader);
		case '\\':
			return readEscape(reader);
		case '^':
		case '$': {
			const [source = ''] = reader.match(CHARACTER) ?? [];
			return { kind: 'assertion', source };
		}
		default: {
			const [source = ''] = reader.match(CLASS) ?? reader.match(CHARACTER) ?? [];
			// On its own, a brace or bracket that opens nothing is a plain character.
			return { kind: 'atom', source: /^[{}\]]$/.test(source) ? `\\${source}` : source };
		}
	}
}

function readRepeat(reader: Reader): PatternNode {
	const part = readTerm(reader);
	const [quantifier, sign, from, comma, to] = reader.match(QUANTIFIER) ?? [];
	if (!quantifier) return part;
	if (sign)
		return { kind: 'repeat', part, min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Infinity };
	const min = Number(from);
	return { kind: 'repeat', part, min, max: comma ? Number(to || Infinity) : min };
}

function readSequence(reader: Reader): PatternNode {
	const parts: PatternNode[] = [];
	while (!reader.isAtEnd && reader.next !== '|' && reader.next !== ')')
		parts.push(readRepeat(reader));
	return { kind: 'sequence', parts };
}

function readChoice(reader: Reader): PatternNode {
	const parts = [readSequence(reader)];
	while (!reader.isAtEnd && reader.next === '|') {
		reader.skip();
		parts.push(readSequence(reader));
	}
	return { kind: 'choice', parts };
}

/**
 * Parses a regular expression that JavaScript has accepted.
 *
 * @throws UnsupportedPattern for lookarounds and backreferences
 */
export const parsePattern = (source: string): PatternNode => readChoice(new Reader(source));
