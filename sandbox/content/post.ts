import type { Field } from '../contract/contract';
import emojiTypes from '../contract/emoji.json';
import contentTypes from '../contract/message-content.json';
import { assertFields, compileAll, type Content, type Strictness } from './fields';
import { badContent } from './refusals';

export type PostNode = { tag: string } & Record<string, unknown>;

export interface PostBody {
	title?: string;
	content: PostNode[][];
}

const tag = { name: 'tag', type: 'string', required: true };
/** Lark ignores unknown styles, so any text is a style. */
const style = { name: 'style', type: 'string[]' };
const STYLES = contentTypes.post.nodes.text.flatMap((field) =>
	field.name === 'style' ? (field.enum ?? []) : [],
);

const nodes = compileAll(
	Object.fromEntries(
		Object.entries<Field[]>(contentTypes.post.nodes).map(([name, fields]) => [
			name,
			[tag, ...fields.map((field) => (field.name === 'style' ? style : field))],
		]),
	),
	{ allowEmptyStrings: true },
);
const bodies = compileAll({
	body: [
		{ name: 'title', type: 'string' },
		{ name: 'content', type: 'list', required: true },
	],
});

/** What stands beside the locales; Lark fills in the rest itself. */
const attachments = compileAll({
	files: [
		{
			name: 'files',
			type: 'file[]',
			children: [{ name: 'key', type: 'string', required: true }],
		},
	],
});

/** img and media stand alone in their paragraph; md takes the whole paragraph. */
const ALONE = ['img', 'media', 'md'];
const LOCALE = /^[a-z]{2}_[a-z]{2}$/;

/** @throws LarkError 230001 for a post that is not as the documentation describes it */
export function assertPost(content: Content, strictness: Strictness): void {
	const { files: _files, ...post } = content;
	assertFields(attachments(strictness).files, { files: content.files });
	const locales = Object.entries(post);
	if (locales.length === 0) throw badContent('a post needs at least one locale');
	for (const [locale, version] of locales) {
		if (!LOCALE.test(locale)) throw badContent(`${locale} is not a locale such as en_us`);
		assertFields(bodies(strictness).body, version);
		for (const paragraph of (version as PostBody).content) assertParagraph(paragraph, strictness);
	}
}

/** @returns a node with the styles that Lark has */
export function withKnownStyles(node: PostNode): PostNode {
	if (!Array.isArray(node.style)) return node;
	return { ...node, style: node.style.filter((name: string) => STYLES.includes(name)) };
}

/** @returns the language versions of a post */
export function postBodies({ files: _files, ...post }: Content): PostBody[] {
	return Object.values(post) as PostBody[];
}

/** @returns the keys of the files below a post (larksuite/cli, im +messages-send --attachment) */
export function postFileKeys({ files = [] }: Content): string[] {
	return (files as Array<{ key: string }>).map(({ key }) => key);
}

function assertParagraph(paragraph: unknown, strictness: Strictness): void {
	if (!Array.isArray(paragraph)) throw badContent('a paragraph is not an array of nodes');
	for (const node of paragraph as PostNode[]) {
		assertNode(node, strictness);
		if (ALONE.includes(node.tag) && paragraph.length > 1) {
			throw badContent(`${node.tag} must be alone in its paragraph`);
		}
	}
}

function assertNode(node: PostNode, strictness: Strictness): void {
	const name = String(node?.tag);
	const validators = nodes(strictness);
	if (!Object.hasOwn(validators, name)) throw badContent(`unknown tag ${name}`);
	assertFields(validators[name], name === 'code_block' ? withLanguage(node) : node);
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
