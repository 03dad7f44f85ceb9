import { isObject } from '../objects';
import { InputError } from '../inputError';
import { checkExtent, readJson, readJsonOrText, type JsonObject } from './json';
import { MAX_REQUEST_BYTES, messageWithin, type MessageContent } from './message';
import { LOCALE, type PostNode } from './post';
import { checkPostFiles, type PostFile } from './postFiles';

/** The fields, all of them texts, that each node must have. */
const NODES: Record<string, string[] | undefined> = {
	text: ['text'],
	a: ['text', 'href'],
	at: ['user_id'],
	img: ['image_key'],
	media: ['file_key'],
	emotion: ['emoji_type'],
	code_block: ['text'],
	hr: [],
	md: ['text'],
};

const ALONE = ['img', 'media', 'md'];

const LOCALE_KEY = /^[a-z]{2}_[a-z]{2}$/;

const FIX =
	'Rich Text is a list of paragraphs, each a list of nodes such as {"tag": "text", "text": "Hello"}, {"tag": "a", "text": "Docs", "href": "https://..."} and {"tag": "at", "user_id": "ou_..."}, or an object with title and content.';

function refuse(where: string, reason: string): never {
	throw new InputError(`Rich Text cannot be sent: ${where} ${reason}`, FIX);
}

function checkNode(node: unknown, where: string): void {
	if (!isObject(node)) return refuse(where, 'is not an object');
	const tag = typeof node.tag === 'string' ? node.tag : '';
	const fields = Object.hasOwn(NODES, tag) ? NODES[tag] : undefined;
	if (!fields) {
		const known = Object.keys(NODES).join(', ');
		return refuse(where, tag ? `has the unknown tag "${tag}": Lark knows ${known}` : 'has no tag');
	}
	const missing = fields.find(
		(field) => typeof node[field] !== 'string' || (node[field] === '' && field !== 'text'),
	);
	if (missing) return refuse(where, `(${tag}) has no ${missing}`);
	if (tag === 'a' && !URL.canParse(String(node.href))) refuse(where, '(a) has an invalid href');
}

/** @param locale as the user wrote it, if so */
function checkBody(body: unknown, locale?: string): void {
	const name = locale ?? 'it';
	if (!isObject(body)) return refuse(name, 'is not an object');
	const { title, content } = body;
	if (title !== undefined && title !== null && typeof title !== 'string')
		refuse(name, 'has a title that is not a text');
	if (!Array.isArray(content)) return refuse(name, 'has no content, a list of paragraphs');
	for (const [index, paragraph] of content.entries()) {
		const where = `paragraph ${index + 1}${locale ? ` of ${locale}` : ''}`;
		if (!Array.isArray(paragraph)) return refuse(where, 'is not a list of nodes');
		for (const [position, node] of paragraph.entries()) {
			checkNode(node, `node ${position + 1} in ${where}`);
		}
		const lonely = paragraph.find(({ tag }: JsonObject) => ALONE.includes(tag as string));
		if (lonely && paragraph.length > 1) {
			refuse(where, `has ${(lonely as JsonObject).tag} beside other nodes: it must be alone`);
		}
	}
}

/** Whether there is nothing to see: no title, and no node but those that have a text, without one. */
function isBlank(body: unknown): boolean {
	const { title, content } = body as { title?: string | null; content: JsonObject[][] };
	const texts: unknown[] = [title ?? '', ...content.flat().map(({ text }) => text)];
	return texts.every((text) => typeof text === 'string' && text.trim() === '');
}

/** A post as it is sent: its locales, and the files beside them. */
interface WholePost {
	post: JsonObject;
	files: PostFile[];
}

/** Checks a post that has its locales. */
function checkLocales({ files, ...post }: JsonObject): WholePost {
	const locales = Object.entries(post)
		.map(([locale, body]) => [locale, readInner(body)] as const)
		.filter(([, body]) => body !== null);
	if (locales.length === 0) refuse('it', 'is empty');
	for (const [locale, body] of locales) {
		if (!LOCALE_KEY.test(locale)) refuse(`"${locale}"`, `is not a locale such as ${LOCALE}`);
		checkBody(body, locale);
	}
	return {
		post: Object.fromEntries(locales.map(([locale, body]) => [locale, withTitle(body)])),
		files: checkPostFiles(files),
	};
}

/** Lark takes no null as title: one that is missing is left out. */
function withTitle(body: unknown): unknown {
	const { title, ...rest } = body as JsonObject;
	return title === null ? rest : body;
}

/** Reads what may be text of JSON in a post or around it. */
function readInner(value: unknown): unknown {
	const json = readJsonOrText(value);
	return typeof json === 'object' ? checkExtent(json, 'Rich Text') : json;
}

/**
 * Takes a post with locales, without a locale or as paragraphs alone, also in a whole request, as an object or as text:
 * to a custom bot (`msg_type` and `content`, or `post` alone) or to im/v1/messages, where `content` is text of JSON. A
 * post that was received may have its paragraphs a second time, and files in another form than they are sent in.
 */
function withLocale(value: unknown): WholePost {
	if (Array.isArray(value)) return withLocale({ content: value });
	if (!isObject(value)) return refuse('it', 'is neither an object nor a list');
	const post = readInner(value.post);
	if (isObject(post)) return withLocale(post);
	const content =
		value.msg_type === 'post' ? readJson(value.content, 'Rich Text') : readInner(value.content);
	if (isObject(content)) return withLocale(content);
	if (!('content' in value)) return checkLocales(value);
	const { files, content_v2: _secondForm, ...rest } = value;
	const body = { ...rest, content };
	checkBody(body);
	return { post: { [LOCALE]: withTitle(body) }, files: checkPostFiles(files) };
}

/**
 * Makes the content of a post from JSON.
 *
 * @param json text of JSON or an object: a post with or without its locale, or a list of paragraphs
 * @param change what becomes of the paragraphs of each locale, which are those of Lark by then
 * @throws InputError that names the paragraph and node that Lark would refuse, and for a post with nothing in it
 * @see im-v1/message/message-content-description/create_json, "post"
 */
export function richTextContent(
	json: unknown,
	change = (paragraphs: PostNode[][]): PostNode[][] => paragraphs,
): MessageContent {
	const { post, files } = withLocale(readInner(readJson(json, 'Rich Text')));
	if (Object.values(post).every(isBlank)) {
		throw new InputError('Rich Text is empty', 'Enter a title, or a text in one of its nodes.');
	}
	const changed = Object.entries(post).map(([locale, body]) => {
		const { content, ...rest } = body as { content: PostNode[][] };
		return [locale, { ...rest, content: change(content) }];
	});
	const content = JSON.stringify({
		...Object.fromEntries(changed),
		...(files.length > 0 && { files }),
	});
	return messageWithin(MAX_REQUEST_BYTES.post, 'Rich Text', 'Shorten it.', {
		msg_type: 'post',
		content,
	});
}
