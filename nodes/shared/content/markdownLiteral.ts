import { asWritten, BREAK } from './asWritten';
import { linkEnd } from './markdownInline';
import type { MarkdownToken } from './markdownTokens';

/** A tag of a mention that was placed in the text: those of the text itself are broken by then. */
const OWN_MENTION = /^<\/?at\b/;

const textLike = (token: MarkdownToken, content: string): MarkdownToken =>
	Object.assign(Object.create(Object.getPrototypeOf(token) as object) as MarkdownToken, token, {
		type: 'text',
		tag: '',
		nesting: 0,
		content,
	});

function inWords(tokens: MarkdownToken[]): MarkdownToken[] {
	const links: MarkdownToken[] = [];
	return tokens.flatMap((token) => {
		const { type, content } = token;
		if (type === 'text_special') return [token, textLike(token, BREAK)];
		if (type === 'tag') return OWN_MENTION.test(content) ? token : textLike(token, content);
		if (type === 'address') return textLike(token, content);
		if (type === 'image') {
			return textLike(token, `![${content}](${String(token.attrGet('src') ?? '')})`);
		}
		if (type === 'link_open') {
			links.push(token);
			return textLike(token, '[');
		}
		return type === 'link_close' ? textLike(token, linkEnd(links.pop() as MarkdownToken)) : token;
	});
}

/** Texts that follow each other can be a command together. */
function joined(tokens: MarkdownToken[]): MarkdownToken[] {
	const runs: MarkdownToken[][] = [];
	for (const token of tokens) {
		const run = runs.at(-1);
		if (token.type === 'text' && run?.[0].type === 'text') run.push(token);
		else runs.push([token]);
	}
	return runs.map(([first, ...others]) =>
		first.type === 'text'
			? textLike(first, asWritten([first, ...others].map(({ content }) => content).join('')))
			: first,
	);
}

/**
 * Makes text of what Lark would carry out: links, images and tags. What only looks nice stays, and so
 * do mentions that were placed in the text.
 *
 * @param tokens of a text that `withoutMentions` has seen; they are changed
 */
export function withoutCommands(tokens: MarkdownToken[]): MarkdownToken[] {
	for (const token of tokens) if (token.children) token.children = joined(inWords(token.children));
	return tokens;
}
