import { InputError } from '../inputError';
import { asWritten } from './asWritten';
import { countElements, MAX_ELEMENTS } from './card';
import type { JsonObject } from './json';
import {
	cardElements,
	countTables,
	markdownCard,
	MAX_CARD_TABLES,
	rawElement,
} from './markdownCard';
import { withoutCommands } from './markdownLiteral';
import { paragraphsOf } from './markdownParagraphs';
import { POST_DIALECT, withPlainHeadings } from './markdownPost';
import type { MarkdownToken } from './markdownTokens';
import { MAX_REQUEST_BYTES, messageWithin, requestBytes, type MessageContent } from './message';
import { postOf, type PostNode } from './post';
import { SPLIT_HINT, splitText } from './split';

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

/** As much as Markdown of the slowest kind may have, so that n8n does not stand still for seconds. */
const LONGEST_SPLIT = 20 * MAX_REQUEST_BYTES.post;

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

const withUnixLines = (text: string) => text.replace(/\r\n?/g, '\n');

const emptyMarkdown = () =>
	new InputError(
		'Markdown is empty',
		'Enter a text. If it comes from an expression, check that the field exists in the incoming item.',
	);

/** A text as Lark takes it. */
interface Written<Part> {
	/** None for a text without content. */
	parts: Part[];
	/** Whether a text that is split is to be cut, however short it is. */
	isFull: boolean;
}

/** A kind of message that shows Markdown. */
interface Kind<Part> {
	maxBytes: number;
	write(markdown: string): Written<Part>;
	make(parts: Part[], title: string): MessageContent;
	/** The Markdown in a message as it is, to say how long it is. */
	raw(markdown: string): Part;
	/** How many elements a message may have, and how many those of some parts are. */
	maxElements: number;
	countElements(parts: Part[]): number;
}

function writerFor<Part>(kind: Kind<Part>): MarkdownMessages {
	const { maxBytes, maxElements, write, make, raw } = kind;

	function contentOf(parts: Part[], title: string): MessageContent {
		const count = kind.countElements(parts);
		if (count > maxElements) {
			throw new InputError(
				`Markdown has too many images and rules: they make ${count} elements of a card, which takes ${maxElements}`,
				SPLIT_HINT,
			);
		}
		return messageWithin(maxBytes, 'Markdown', SPLIT_HINT, make(parts, title));
	}

	function content(markdown: string, title = ''): MessageContent {
		const isFarTooLong = markdown.length > LONGEST_SOURCE;
		const parts = isFarTooLong ? [raw(markdown)] : write(markdown).parts;
		if (parts.length === 0) throw emptyMarkdown();
		return contentOf(parts, title);
	}

	function messages(markdown: string, title = ''): MessageContent[] {
		checkTitle(title);
		if (markdown.length > LONGEST_SPLIT) {
			throw new InputError(
				`Markdown is too long to be split: ${markdown.length} characters of at most ${LONGEST_SPLIT}`,
				'Shorten it, or send it as a file.',
			);
		}
		const texts = splitText(withUnixLines(markdown), {
			maxBytes,
			bytesOf(text) {
				const { parts, isFull } = write(text);
				return kind.countElements(parts) > maxElements || isFull
					? Infinity
					: requestBytes(make(parts, title).content);
			},
			hasFences: true,
		});
		const messages = texts.map((text) => write(text).parts).filter((parts) => parts.length > 0);
		if (messages.length === 0) throw emptyMarkdown();
		return messages.map((parts, index) => contentOf(parts, index === 0 ? title : ''));
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

	function paragraphs(markdown: string): PostNode[][] {
		const text = withUnixLines(markdown);
		const tokens = parse(text);
		if (tokens) return paragraphsOf(literal(withPlainHeadings(tokens)), POST_DIALECT);
		if (text.trim() === '') return [];
		return [[{ tag: 'md', text: isAsWritten ? asWritten(text) : text }]];
	}

	function writeCard(markdown: string): Written<JsonObject> {
		const text = withUnixLines(markdown);
		const tokens = parse(text);
		if (!tokens) return { parts: text.trim() === '' ? [] : [rawElement(text)], isFull: false };
		return { parts: cardElements(literal(tokens)), isFull: countTables(tokens) > MAX_CARD_TABLES };
	}

	const cardsWithin = (maxBytes: number) =>
		writerFor({
			maxBytes,
			// The title is one of them.
			maxElements: MAX_ELEMENTS - 1,
			countElements,
			write: writeCard,
			make: markdownCard,
			raw: rawElement,
		});

	return {
		paragraphs,
		elements: (markdown) => writeCard(markdown).parts,
		needsCard: (markdown) =>
			markdown.length <= LONGEST_SOURCE && countTables(parse(withUnixLines(markdown)) ?? []) > 0,
		...writerFor({
			maxBytes: MAX_REQUEST_BYTES.post,
			maxElements: Infinity,
			countElements: (parts) => parts.length,
			write: (markdown) => ({ parts: paragraphs(markdown), isFull: false }),
			make: postOf,
			raw: (text) => [{ tag: 'md', text }],
		}),
		card: cardsWithin(MAX_REQUEST_BYTES.card),
		cardsWithin,
	};
}
