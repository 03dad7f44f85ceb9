/** What stands before the text of a line inside of lists and quotes. */
const CONTAINERS = /^[ \t>]*/;

/** Of what stands before a line, the marks of quotes alone. */
const withoutIndent = (containers: string): string =>
	containers.replace(/(>[ ]?)|[ \t]+/g, (_part, quote?: string) => quote ?? '');

/** What two texts begin with together. */
function commonStart(one: string, other: string): string {
	let length = 0;
	while (length < one.length && one[length] === other[length]) length++;
	return one.slice(0, length);
}

/**
 * Takes the indentation off the beginning of Markdown that was inside of a list, which ended above it: a line
 * that begins with four spaces would be code otherwise. What is still further inside keeps the rest of its
 * indentation, quotes keep their marks.
 *
 * @see https://spec.commonmark.org/0.31.2/#indented-code-blocks
 */
export function dedented(markdown: string): string {
	if (!/^[ \t>]*[ \t]/.test(markdown)) return markdown;
	const lines = markdown.split('\n');
	let containers = CONTAINERS.exec(lines[0])?.[0] ?? '';
	for (const [index, line] of lines.entries()) {
		const own = CONTAINERS.exec(line)?.[0] ?? '';
		if (own.length < line.length) containers = commonStart(containers, own);
		const stripped = withoutIndent(containers);
		if (stripped === containers) break;
		const shared = commonStart(containers, own);
		lines[index] = withoutIndent(shared) + line.slice(shared.length);
	}
	return lines.join('\n');
}
