import MarkdownIt from 'markdown-it';

/** More levels of lists and quotes than anybody writes; a post made of brackets takes longer with each. */
const MAX_NESTING = 25;

/** A tag as people write it, such as the one that mentions a person. */
const TAG = /<[^<>\n]{1,300}>/y;

/** A bare address: emphasis inside of it is none. */
const ADDRESS = /:\/\/[^\s()<>]{1,1000}/y;

const isWebScheme = (text: string): boolean => text.endsWith('http') || text.endsWith('https');

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
		if (
			state.src[state.pos] !== ':' ||
			!isWebScheme(state.src.slice(Math.max(0, state.pos - 5), state.pos))
		)
			return false;
		ADDRESS.lastIndex = state.pos;
		const [rest] = ADDRESS.exec(state.src) ?? [];
		if (rest === undefined) return false;
		if (!silent) state.pending += rest;
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
