import type { Content } from './fields';
import { readMarkdown } from './markdown';
import type { Mentions } from './mentions';

/** A node of a simplified card. */
type Node = { tag: string } & Content;

/** What stands for every card 2.0: an image and a request to upgrade the client. */
const PLACEHOLDER: Node[] = [
	{ tag: 'img', image_key: 'img_v3_02ad_e19fca1f-912a-450e-95de-3c229091b53g' },
	{ tag: 'text', text: '请升级至最新版本客户端，以查看内容' },
	{ tag: 'text', text: '' },
];

const MENTION = /<at (?:user_)?id=["']?(?<id>[^"'\s<>]+)["']?\s?>[^<]*<\/at>/;

/**
 * Makes what Lark gives for a card unless it is asked for another form: the title and a row of nodes for each
 * element. A card 2.0 becomes a placeholder, and so does a template: the sandbox has none.
 *
 * @see im-v1/message/message-content-description/message_content, "interactive"
 */
export function simplifyCard(card: Content, mentioned: Mentions): Content {
	const title = wordsOf((card.header as Content | undefined)?.title) || null;
	if (card.schema !== undefined || card.type !== undefined) {
		mentionAll(card, mentioned);
		return { title, elements: [PLACEHOLDER] };
	}
	const elements = partsOf(card.elements, card.i18n_elements);
	const rows = elements.flatMap((element) => rowsOf(element, mentioned));
	return { title, elements: rows.filter((row) => row.length > 0) };
}

/** Whoever a card mentions is mentioned, whatever else is left of it. */
function mentionAll(value: unknown, mentioned: Mentions): void {
	if (typeof value === 'string') markdownNodes(value, mentioned);
	else if (typeof value === 'object' && value !== null) {
		for (const inner of Object.values(value)) mentionAll(inner, mentioned);
	}
}

/** A list of parts, else that of the first language that has one. */
function partsOf(parts: unknown, versions?: unknown): Content[] {
	const lists = [parts, ...Object.values((versions ?? {}) as Content)];
	const found = (lists.find(Array.isArray) ?? []) as Content[];
	return found.filter((part) => typeof part === 'object' && part !== null);
}

/** The words of a text: its own, else those of its first language. */
function wordsOf(text: unknown): string {
	if (typeof text === 'string') return text;
	const { content, i18n } = (text ?? {}) as { content?: string; i18n?: Content };
	return content || String(Object.values(i18n ?? {})[0] ?? '');
}

function rowsOf(element: Content, mentioned: Mentions): Node[][] {
	const inside = partsOf(element.elements ?? element.columns);
	switch (element.tag) {
		case 'hr':
			return [[{ tag: 'hr' }]];
		case 'div': {
			const fields = partsOf(element.fields).map(({ text }) => text);
			const texts = [element.text, ...fields].flatMap((text) => textNodes(text, mentioned));
			return [[...texts, ...controlNodes(element.extra)]];
		}
		case 'note':
			return [[{ tag: 'note', elements: inside.flatMap((part) => noteNodes(part, mentioned)) }]];
		case 'action':
			return [partsOf(element.actions).flatMap(controlNodes)];
		case 'markdown':
			return [textNodes(element, mentioned)];
		case 'img':
			return [[...textNodes(element.title, mentioned), ...controlNodes(element)]];
		default:
			return inside.length > 0
				? inside.flatMap((part) => rowsOf(part, mentioned))
				: [controlNodes(element)];
	}
}

const noteNodes = (part: Content, mentioned: Mentions): Node[] =>
	part.tag === 'img' ? controlNodes(part) : textNodes(part, mentioned);

/** What people press, and images: none for what the documentation does not show. */
function controlNodes(control: unknown): Node[] {
	const { tag, text, type = 'default', options, placeholder, ...more } = (control ?? {}) as Content;
	const offered = partsOf(options).map((option) => wordsOf(option.text));
	switch (tag) {
		case 'button':
			return [{ tag, text: wordsOf(text), type }];
		case 'img':
			return [{ tag, image_key: more.img_key }];
		case 'overflow':
			return [{ tag, options: offered }];
		case 'select_static':
			return [{ tag, options: offered, placeholder: wordsOf(placeholder) }];
		case 'date_picker':
			return [{ tag, placeholder: wordsOf(placeholder), initial_date: more.initial_date }];
		default:
			return [];
	}
}

function textNodes(text: unknown, mentioned: Mentions): Node[] {
	const words = wordsOf(text);
	if (words === '') return [];
	const isPlain = (text as Content).tag === 'plain_text';
	return isPlain ? [{ tag: 'text', text: words }] : markdownNodes(words, mentioned);
}

/** Texts, links and mentions; styles are lost. */
function markdownNodes(markdown: string, mentioned: Mentions): Node[] {
	const mention = MENTION.exec(markdown);
	if (!mention) return readMarkdown(markdown).map(({ style: _style, ...node }) => node as Node);
	const before = markdown.slice(0, mention.index);
	const after = markdown.slice(mention.index + mention[0].length);
	const id = mention.groups?.id ?? '';
	const at = { tag: 'at', user_id: mentioned.key(id) ?? id, user_name: '' };
	return [
		...(before ? markdownNodes(before, mentioned) : []),
		at,
		...(after ? markdownNodes(after, mentioned) : []),
	];
}
