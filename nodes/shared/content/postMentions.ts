import { asWritten, withoutMentions } from './asWritten';
import { findPlaces, mentionTags } from './mention';
import { numberNames } from './mentionNames';
import type { PostNode } from './post';

/** Nodes that take mentions beside them in their paragraph. */
const INLINE = ['text', 'a', 'at', 'emotion'];

const at = (id: string): PostNode => ({ tag: 'at', user_id: id });

const textOf = (node: PostNode): string => String(node.text);

/** Splits a text where it has places for mentions. */
const withPlaces = (node: PostNode, ids: string[]): PostNode[] =>
	findPlaces(textOf(node), ids).parts.map((part) =>
		'id' in part ? at(part.id) : { ...node, text: part.text },
	);

function placedIn(node: PostNode, ids: string[]): PostNode[] {
	if (node.tag === 'md') {
		const { parts } = findPlaces(textOf(node), ids);
		const text = parts.map((part) => ('id' in part ? mentionTags([part.id]) : part.text)).join('');
		return [{ ...node, text }];
	}
	return node.tag === 'text' && node.text !== '' ? withPlaces(node, ids) : [node];
}

/**
 * Puts mentions into the paragraphs of a post: where its texts have places for them, as `placeMentions`
 * does, the others at the start.
 *
 * @param ids checked
 */
export function mentionInPost(paragraphs: PostNode[][], ids: string[]): PostNode[][] {
	if (ids.length === 0) return paragraphs;
	const places = paragraphs
		.flat()
		.filter(({ tag }) => tag === 'text' || tag === 'md')
		.flatMap((node) => findPlaces(textOf(node), ids).parts);
	const found = new Set(places.map((part) => ('id' in part ? part.id : undefined)));
	const unplaced = ids.filter((id) => !found.has(id));
	const placed = paragraphs.map((nodes) => nodes.flatMap((node) => placedIn(node, ids)));
	if (unplaced.length === 0) return placed;
	const [first = [], ...others] = placed;
	const space: PostNode = { tag: 'text', text: ' ' };
	const start = unplaced.flatMap((id) => [at(id), space]);
	return first.length > 0 && first.every(({ tag }) => INLINE.includes(tag))
		? [[...start, ...first], ...others]
		: [start.slice(0, -1), ...placed];
}

/** Changes the texts of a post, those of its code excepted. */
const mapTexts = (paragraphs: PostNode[][], change: (text: string) => string): PostNode[][] =>
	paragraphs.map((nodes) =>
		nodes.map((node) =>
			typeof node.text === 'string' && node.tag !== 'code_block'
				? { ...node, text: change(node.text) }
				: node,
		),
	);

/** As `numberNames`, for the texts of a post. */
export const numberNamesInPost = (
	paragraphs: PostNode[][],
	names: Array<string | undefined>,
): PostNode[][] => mapTexts(paragraphs, (text) => numberNames(text, names));

/** Makes the texts of a post arrive as they are written; its nodes stay what they are. */
export const postAsWritten = (paragraphs: PostNode[][]): PostNode[][] =>
	mapTexts(paragraphs, (text) => asWritten(withoutMentions(text)));
