import MarkdownIt from 'markdown-it';

/** More levels of lists and quotes than anybody writes; a post made of brackets takes longer with each. */
const MAX_NESTING = 25;

/** A tag as people write it, such as the one that mentions a person. */
const TAG = /<[^<>\n]{1,300}>/y;

/** The rest of a bare address, as far as the punctuation of a sentence lets it go. */
const ADDRESS = /[^\s()<>\]`，。；：！？、（）「」『』【】《》“”]{1,1000}/y;

/** What ends a sentence or emphasis around an address, and is no part of it. */
const ADDRESS_END = new Set('?!.,:;*_~\'"');

/** How far back the start of an address is looked for. */
const MAX_ADDRESS_START = 300;

/**
 * Whether a place is within a bare address, where marks of emphasis are none: behind `http`, or behind a word that
 * begins with `www.`.
 *
 * @see https://github.github.com/gfm/#autolinks-extension-
 */
function isInAddress(text: string, at: number): boolean {
	if (text[at] === ':') {
		return text.startsWith('://', at) && /https?$/.test(text.slice(Math.max(0, at - 5), at));
	}
	const before = text.slice(Math.max(0, at - MAX_ADDRESS_START), at);
	const start = before.lastIndexOf('www.');
	const isStart = start > 0 ? /[\s(*_~]/.test(before[start - 1]) : before.length === at;
	return start >= 0 && isStart && /^[^\s()<>*_~]*$/.test(before.slice(start));
}

/** @returns what an address has from there on; '' for nothing */
function restOfAddress(text: string, at: number): string {
	ADDRESS.lastIndex = at;
	const [rest = ''] = ADDRESS.exec(text) ?? [];
	let end = rest.length;
	while (ADDRESS_END.has(rest[end - 1])) end--;
	return rest.slice(0, end);
}

/**
 * A CommonMark parser with tables that keeps as text what Lark shows as it is written: HTML, entities,
 * bare addresses, and definitions of links, which nobody would see. Escapes stay tokens of their own.
 */
function createParser() {
	const parser = new MarkdownIt('default', {
		html: false,
		linkify: false,
		maxNesting: MAX_NESTING,
	});
	parser.disable(['entity', 'autolink', 'reference', 'text_join']);
	parser.validateLink = () => true;
	parser.normalizeLink = (url) => url;
	parser.inline.ruler.before('emphasis', 'tag', (state, silent) => {
		TAG.lastIndex = state.pos;
		const [tag] = TAG.exec(state.src) ?? [];
		if (tag === undefined) return false;
		if (!silent) state.push('tag', '', 0).content = tag;
		state.pos += tag.length;
		return true;
	});
	parser.inline.ruler.before('emphasis', 'address', (state, silent) => {
		if (!':_*~'.includes(state.src[state.pos]) || !isInAddress(state.src, state.pos)) return false;
		const rest = restOfAddress(state.src, state.pos);
		if (rest === '') return false;
		if (!silent) state.push('address', '', 0).content = rest;
		state.pos += rest.length;
		return true;
	});
	return parser;
}

const parser = createParser();

/** A piece of Markdown as the tokenizer sees it. */
export type MarkdownToken = ReturnType<typeof parser.parse>[number];

/**
 * Reads Markdown into tokens.
 *
 * @returns undefined when it is nested more deeply than the tokenizer follows: a part would be missing
 * @see https://spec.commonmark.org/0.31.2/
 */
export function tokensOf(markdown: string): MarkdownToken[] | undefined {
	const tokens = parser.parse(markdown, {});
	const isCut = tokens.some(({ level, children }) =>
		[level, ...(children ?? []).map((child) => child.level)].some((at) => at >= MAX_NESTING - 1),
	);
	return isCut ? undefined : tokens;
}
