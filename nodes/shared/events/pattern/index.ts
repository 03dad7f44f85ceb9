import { InputError } from '../../inputError';
import { parsePattern, UnsupportedPattern } from './parse';
import { compileProgram, runProgram } from './program';

/** Further characters of a message are not looked at, so that no message takes long. */
export const MAX_PATTERN_TEXT = 4_000;

const LITERAL = /^\/([^]+)\/([a-z]*)$/;

function flagsOf(source: string, flags: string): string {
	const wanted = flags.replace(/[gy]/g, '');
	const withUnicode = wanted.includes('u') ? wanted : `${wanted}u`;
	try {
		new RegExp(source, withUnicode);
		return withUnicode;
	} catch {
		// Unicode mode is stricter: it takes no needless backslashes.
		new RegExp(source, wanted);
		return wanted;
	}
}

/**
 * Compiles a regular expression that a user has written into a test for texts. It takes time in
 * proportion to the text, unlike JavaScript's own, which some patterns keep busy for minutes.
 *
 * @param written `order \d+` or `/order \d+/i`
 * @throws InputError when it is no regular expression, or has lookarounds or backreferences
 */
export function compilePattern(written: string): (text: string) => boolean {
	const [, source = written, given = ''] = LITERAL.exec(written.trim()) ?? [];
	try {
		const flags = flagsOf(source, given);
		const program = compileProgram(parsePattern(source), flags);
		const isUnicode = flags.includes('u');
		return (text) => runProgram(program, text.slice(0, MAX_PATTERN_TEXT), isUnicode);
	} catch (error) {
		const { message } = error as Error;
		throw error instanceof UnsupportedPattern
			? new InputError(
					`Regular Expression cannot have ${message}`,
					'Write it without, or filter with an If node after the trigger.',
				)
			: new InputError(
					`Regular Expression cannot be "${written}"`,
					`Correct it: ${message.replace(/^Invalid regular expression: /, '')}.`,
				);
	}
}
