/** Whether a line can be the one between the header of a table and its rows, such as `|---|:-:|`. */
export const isTableRule = (line: string): boolean =>
	line.includes('-') && line.includes('|') && /^[\s|:-]+$/.test(line);

/**
 * Finds the table that goes on after the end of a text.
 *
 * @param text a part of Markdown that does not end within a fence
 * @param next what follows it
 * @returns the two lines of its header, to be written again above the other rows; '' if there is none
 */
export function tableAtEnd(text: string, next: string): string {
	if (next.split('\n', 1)[0].trim() === '') return '';
	const lines = text.slice(text.lastIndexOf('\n\n') + 1).split('\n');
	const rule = lines.findIndex((line, index) => index > 0 && isTableRule(line));
	return rule > 0 && lines[rule - 1].includes('|') ? `${lines[rule - 1]}\n${lines[rule]}\n` : '';
}
