const HEADING = /^ {0,3}#{1,6}[ \t]+/;
const LIST_ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(?=\S)/;

/** Code, link targets, tags and addresses stay as they are; __bold__ and _italic_ do not. */
const INLINE =
	/`[^`]{1,500}`|\]\([^)]{1,1000}\)|<[^<>]{1,300}>|https?:\/\/[^\s)]{1,1000}|(?<!\w)__(\S|\S.{0,1000}?\S)__(?!\w)|(?<!\w)_([^\s_]|[^\s_][^_]{0,1000}?\S)_(?!\w)/g;

function inline(text: string): string {
	return text.replace(INLINE, (match, bold?: string, italic?: string) => {
		if (bold !== undefined) return `**${bold}**`;
		return italic === undefined ? match : `*${italic}*`;
	});
}

/** Lark has no headings in `md`: they become bold lines. */
function heading(text: string): string {
	const title = text.trim();
	const lastSpace = title.lastIndexOf(' ');
	const open = /^#+$/.test(title.slice(lastSpace + 1)) ? title.slice(0, lastSpace).trim() : title;
	const plain = inline(open).replaceAll('**', '').trim();
	return plain && `**${plain}**`;
}

/**
 * Makes a function that turns line after line of Markdown into what `md` understands: headings become
 * bold, list items are indented by 4 spaces a level, `__` and `_` become `**` and `*`.
 *
 * @see im-v1/message/message-content-description/create_json, "post", tag md
 */
export function lineConverter(): (line: string) => string {
	let indents: number[] = [];
	return (line) => {
		const [headingMark] = HEADING.exec(line) ?? [];
		if (headingMark) return heading(line.slice(headingMark.length));

		const [item, space, mark] = LIST_ITEM.exec(line) ?? [];
		if (item === undefined) {
			if (/^\S/.test(line)) indents = [];
			return inline(line);
		}
		const indent = space.replaceAll('\t', '    ').length;
		indents = [...indents.filter((outer) => outer < indent), indent];
		const bullet = /\d/.test(mark) ? `${parseInt(mark, 10)}.` : '-';
		return `${'    '.repeat(indents.length - 1)}${bullet} ${inline(line.slice(item.length))}`;
	};
}
