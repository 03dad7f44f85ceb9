import { InputError } from '../inputError';
import { asWritten } from './asWritten';
import { countElements, MAX_ELEMENTS } from './card';
import type { JsonObject } from './json';
import type { MarkdownBlock } from './markdownBlocks';
import {
	cardBlocks,
	cardElements,
	countTables,
	markdownCard,
	MAX_CARD_TABLES,
} from './markdownCard';
import { withoutCommands } from './markdownLiteral';
import { postBlocks, postNode, withPlainHeadings } from './markdownPost';
import type { MarkdownToken } from './markdownTokens';
import { MAX_REQUEST_BYTES, messageWithin, requestBytes, type MessageContent } from './message';
import { postOf, type PostNode } from './post';
import { SPLIT_HINT } from './split';
import { splitBlocks } from './splitBlocks';

/** Makes messages of one kind from Markdown. */
export interface MarkdownMessages {
	/**
	 * Makes the content of a message.
	 *
	 * @throws InputError when it is empty or longer than Lark takes
	 * @see im-v1/message/create, 30 KB
	 */
	content(markdown: string, title?: string): MessageContent;
	/**
	 * Makes as many messages as a long text needs. The first one has the title.
	 *
	 * @throws InputError when the text is empty, or the title leaves no room for it
	 */
	messages(markdown: string, title?: string): MessageContent[];
}

/** Makes posts from Markdown, and cards. */
export interface MarkdownWriter extends MarkdownMessages {
	/** The paragraphs of a post. */
	paragraphs(markdown: string): PostNode[][];
	/** The elements of a card. */
	elements(markdown: string): JsonObject[];
	/** Whether it has what a card shows and a post does not: a table. */
	needsCard(markdown: string): boolean;
	card: MarkdownMessages;
	/** Cards that are shorter than an app's bot may send, in bytes. */
	cardsWithin(maxBytes: number): MarkdownMessages;
}

/** Markdown can become shorter when it is written for Lark, but not by more than this. */
const LONGEST_SOURCE = 8 * MAX_REQUEST_BYTES.post;

/** Half of a message, so that a title leaves room for text. */
const MAX_TITLE_BYTES = MAX_REQUEST_BYTES.post / 2;

function checkTitle(title: string): void {
	const bytes = requestBytes(title);
	if (bytes <= MAX_TITLE_BYTES) return;
	throw new InputError(
		`Title is too long: ${bytes} bytes of at most ${MAX_TITLE_BYTES}`,
		'Shorten it, or put it at the start of the text.',
	);
}

/** More than anybody reads in a chat; longer texts would keep n8n busy for seconds. */
const MAX_SPLIT_CHARACTERS = 20 * MAX_REQUEST_BYTES.post;

const withUnixLines = (text: string) => text.replace(/\r\n?/g, '\n');

/** A kind of message that shows Markdown. */
interface Kind {
	maxBytes: number;
	/** None for a text without content. */
	blocksOf(markdown: string): MarkdownBlock[];
	make(blocks: MarkdownBlock[], title: string): MessageContent;
	/** What a block becomes. */
	partOf(block: MarkdownBlock): unknown;
	/** How many elements a message may have, and how many tables as such. */
	maxElements: number;
	maxTables: number;
}

function writerFor(kind: Kind): MarkdownMessages {
	const { maxBytes, maxElements, maxTables, blocksOf, make, partOf } = kind;
	const elementsOf = (block: MarkdownBlock) => countElements(partOf(block));

	function whole(blocks: MarkdownBlock[], title: string): MessageContent {
		if (blocks.length > 0) {
			return messageWithin(maxBytes, 'Markdown', SPLIT_HINT, make(blocks, title));
		}
		throw new InputError(
			'Markdown is empty',
			'Enter a text. If it comes from an expression, check that the field exists in the incoming item.',
		);
	}

	function content(markdown: string, title = ''): MessageContent {
		if (markdown.length > LONGEST_SOURCE) {
			return whole([{ kind: 'text', text: markdown }], title);
		}
		const blocks = blocksOf(markdown);
		const count = countElements(JSON.parse(make(blocks, '').content));
		if (count <= maxElements) return whole(blocks, title);
		throw new InputError(
			`Markdown has too many images and rules: they make ${count} elements of a card, which takes ${maxElements}`,
			SPLIT_HINT,
		);
	}

	function messages(markdown: string, title = ''): MessageContent[] {
		checkTitle(title);
		if (markdown.length > MAX_SPLIT_CHARACTERS) {
			throw new InputError(
				`Markdown is too long to be split: ${markdown.length} characters of at most ${MAX_SPLIT_CHARACTERS}`,
				'Shorten it, or send it as a file.',
			);
		}
		const parts = splitBlocks(blocksOf(markdown), {
			bytes: maxBytes - requestBytes(make([], title).content),
			elements: maxElements,
			tables: maxTables,
			// Less the quotation marks around it, and with the comma behind it.
			bytesOf: (block) => requestBytes(JSON.stringify(partOf(block))) - 1,
			elementsOf,
		});
		if (parts.length === 0) return [whole([], title)];
		return parts.map((blocks, index) => whole(blocks, index === 0 ? title : ''));
	}

	return { content, messages };
}

/**
 * Loads the tokenizer, which takes longer than all the rest of the node, when Markdown is sent.
 *
 * @param isAsWritten leaves links, images and tags as they are written; `withoutMentions` does it for mentions
 */
export async function loadMarkdown(isAsWritten = false): Promise<MarkdownWriter> {
	const { tokensOf: parse } = await import('./markdownTokens');

	const literal = (tokens: MarkdownToken[]) => (isAsWritten ? withoutCommands(tokens) : tokens);

	/** @param raw what becomes of a text that cannot be read as Markdown */
	const blocksWith =
		(
			write: (tokens: MarkdownToken[]) => MarkdownBlock[],
			raw: (text: string) => MarkdownBlock,
		): Kind['blocksOf'] =>
		(markdown) => {
			const text = withUnixLines(markdown);
			const tokens = parse(text);
			if (tokens) return write(tokens);
			return text.trim() === '' ? [] : [raw(text)];
		};

	const ofPost = blocksWith(
		(tokens) => postBlocks(literal(withPlainHeadings(tokens))),
		(text) => ({ kind: 'text', text: isAsWritten ? asWritten(text) : text }),
	);

	const ofCard = blocksWith(
		(tokens) => cardBlocks(literal(tokens)),
		(text) => ({ kind: 'code', text, language: '' }),
	);

	const cardsWithin = (maxBytes: number) =>
		writerFor({
			maxBytes,
			// The title is one of them.
			maxElements: MAX_ELEMENTS - 1,
			maxTables: MAX_CARD_TABLES,
			blocksOf: ofCard,
			make: (blocks, title) => markdownCard(cardElements(blocks), title),
			partOf: (block) => cardElements([block])[0],
		});

	const paragraphsOf = (blocks: MarkdownBlock[]) => blocks.map((block) => [postNode(block)]);

	return {
		paragraphs: (markdown) => paragraphsOf(ofPost(markdown)),
		elements: (markdown) => cardElements(ofCard(markdown)),
		needsCard: (markdown) =>
			markdown.length <= LONGEST_SOURCE && countTables(parse(withUnixLines(markdown)) ?? []) > 0,
		...writerFor({
			maxBytes: MAX_REQUEST_BYTES.post,
			maxElements: Infinity,
			maxTables: Infinity,
			blocksOf: ofPost,
			make: (blocks, title) => postOf(paragraphsOf(blocks), title),
			partOf: (block) => [postNode(block)],
		}),
		card: cardsWithin(MAX_REQUEST_BYTES.card),
		cardsWithin,
	};
}
