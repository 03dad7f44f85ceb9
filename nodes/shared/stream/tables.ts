import { withoutMentions } from '../content/asWritten';
import { AT_START, placeAfter } from '../content/fence';
import { MAX_CARD_TABLES } from '../content/markdownCard';
import { isTableRule } from '../content/tableLines';

/** A fence that no table ends. */
const FENCE = '````';

/** Whether a table begins with a line. */
const isHeader = (line: string, next: string | undefined): boolean =>
	line.includes('|') && next !== undefined && isTableRule(next);

/**
 * Makes Markdown that a card takes of what a model writes, and keeps it byte for byte but for two things: the
 * tables that a card does not show become blocks of code, and nobody is mentioned by a tag. Text that is
 * added at the end mostly leaves the beginning as it is, so that Lark types out the rest.
 */
export function cardMarkdown(text: string): string {
	if (!text.includes('|')) return withoutMentions(text);
	const lines = withoutMentions(text).split('\n');
	const written: string[] = [];
	let place = AT_START;
	let tables = 0;
	for (let at = 0; at < lines.length; at++) {
		place = placeAfter(lines[at], place);
		if (place.fence || !isHeader(lines[at], lines[at + 1]) || ++tables <= MAX_CARD_TABLES) {
			written.push(lines[at]);
			continue;
		}
		written.push(FENCE, lines[at]);
		while (lines[at + 1]?.includes('|')) written.push(lines[++at]);
		written.push(FENCE);
	}
	return written.join('\n');
}
