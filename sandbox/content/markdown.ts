import type { PostNode } from './post';

/** What has an end in the same line: bold, struck out, italic, a link. */
const MARKUP =
	/\*\*(?<bold>[^*\n]+)\*\*|~~(?<lineThrough>[^~\n]+)~~|\*(?<italic>[^*\s][^*\n]*)\*|\[(?<text>[^\]\n]+)\]\((?<href>https?:\/\/[^\s)]+)\)/g;

/** @param groups of a match of MARKUP: one is set, or text and href */
function nodeOf({ text, href, ...styles }: Record<string, string | undefined>): PostNode {
	if (href !== undefined) return { tag: 'a', href, text, style: [] };
	const [style, styled] = Object.entries(styles).find(([, value]) => value !== undefined) ?? [];
	return { tag: 'text', text: styled, style: [style] };
}

/**
 * Reads the text of an `md` node back, which Lark never returns: styles and links become nodes of their
 * own, quotes and lists stay text (message-content-description/create_json.md, "post").
 */
export function readMarkdown(markdown: string): PostNode[] {
	const nodes: PostNode[] = [];
	let end = 0;
	for (const match of markdown.matchAll(MARKUP)) {
		if (match.index > end) nodes.push({ tag: 'text', text: markdown.slice(end, match.index) });
		nodes.push(nodeOf(match.groups ?? {}));
		end = match.index + match[0].length;
	}
	const rest = markdown.slice(end);
	return rest === '' && nodes.length > 0 ? nodes : [...nodes, { tag: 'text', text: rest }];
}
