import emojiTypes from '../contract/emoji.json';
import contentTypes from '../contract/message-content.json';
import { compileJson } from '../contract/schema';
import { assertFields, compileAll } from './fields';
import type { Content } from './parse';
import { badContent } from './refusals';

export type PostNode = { tag: string } & Record<string, unknown>;

export interface PostBody {
	title?: string;
	content: PostNode[][];
}

const tag = { name: 'tag', type: 'string', required: true };
const nodes = compileAll(
	Object.fromEntries(
		Object.entries(contentTypes.post.nodes).map(([name, fields]) => [name, [tag, ...fields]]),
	),
	{ allowEmptyStrings: true },
);
const body = compileJson([
	{ name: 'title', type: 'string' },
	{ name: 'content', type: 'list', required: true },
]);

/** img and media stand alone in their paragraph; md takes the whole paragraph. */
const ALONE = ['img', 'media', 'md'];
const LOCALE = /^[a-z]{2}_[a-z]{2}$/;

/** @throws LarkError 230001 for a post that is not as the documentation describes it */
export function assertPost(content: Content): void {
	const locales = Object.entries(content);
	if (locales.length === 0) throw badContent('a post needs at least one locale');
	for (const [locale, version] of locales) {
		if (!LOCALE.test(locale)) throw badContent(`${locale} is not a locale such as en_us`);
		assertFields(body, version);
		for (const paragraph of (version as PostBody).content) assertParagraph(paragraph);
	}
}

/** @returns the language versions of a post */
export function postBodies(content: Content): PostBody[] {
	return Object.values(content) as PostBody[];
}

function assertParagraph(paragraph: unknown): void {
	if (!Array.isArray(paragraph)) throw badContent('a paragraph is not an array of nodes');
	for (const node of paragraph as PostNode[]) {
		assertNode(node);
		if (ALONE.includes(node.tag) && paragraph.length > 1) {
			throw badContent(`${node.tag} must be alone in its paragraph`);
		}
	}
}

function assertNode(node: PostNode): void {
	const name = String(node?.tag);
	if (!Object.hasOwn(nodes, name)) throw badContent(`unknown tag ${name}`);
	assertFields(nodes[name], name === 'code_block' ? withLanguage(node) : node);
	if (name === 'a' && !URL.canParse(String(node.href))) throw badContent('invalid href');
	if (name === 'emotion' && !emojiTypes.includes(String(node.emoji_type))) {
		throw badContent(`unknown emoji_type ${String(node.emoji_type)}`);
	}
}

/** The case of a language does not matter. */
function withLanguage(node: PostNode): PostNode {
	const { language } = node;
	return typeof language === 'string' ? { ...node, language: language.toUpperCase() } : node;
}
