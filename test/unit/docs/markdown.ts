import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';

const parser = new MarkdownIt({ html: true });

/** A heading, link or picture of a page, with everything inside it. */
type Token = ReturnType<typeof parser.parse>[number];

/** What other pages can refer to in a page, and what the page refers to. */
export interface Page {
	/** The anchors of its headings. */
	anchors: string[];
	/** The targets of its links and pictures, as they are written. */
	targets: string[];
	/** The texts of its code, in lines and in blocks. */
	code: string[];
}

/** @param file a Markdown file */
export function readPage(file: string): Page {
	const blocks = parser.parse(readFileSync(file, 'utf8'), {});
	const inlines = blocks.flatMap(({ children }) => children ?? []);
	const headings = blocks.filter((_block, index) => blocks[index - 1]?.type === 'heading_open');
	return {
		anchors: unique(headings.map((heading) => anchorOf(textOf(heading)))),
		targets: inlines
			.flatMap((token) => token.attrGet('href') ?? token.attrGet('src') ?? [])
			.map((target) => decodeURI(String(target))),
		code: [...blocks, ...inlines]
			.filter(({ type }) => type === 'fence' || type === 'code_inline')
			.map(({ content }) => content),
	};
}

/** The text of a heading without its marks. */
const textOf = ({ children }: Token): string =>
	(children ?? []).map(({ content }) => content).join('');

/** GitHub's rule: lower case, hyphens for spaces, without punctuation (as in the package github-slugger). */
const anchorOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
		.replaceAll(' ', '-');

/** GitHub numbers headings of the same name. */
function unique(anchors: string[]): string[] {
	const seen = new Map<string, number>();
	return anchors.map((anchor) => {
		const count = seen.get(anchor) ?? 0;
		seen.set(anchor, count + 1);
		return count === 0 ? anchor : `${anchor}-${count}`;
	});
}
