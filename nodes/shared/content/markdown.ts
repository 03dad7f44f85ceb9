import { InputError } from '../inputError';
import { asWritten } from './asWritten';
import { withoutCommands } from './markdownLiteral';
import { paragraphsOf } from './markdownParagraphs';
import { MAX_REQUEST_BYTES, messageWithin, requestBytes, type MessageContent } from './message';
import { postOf, type PostNode } from './post';
import { SPLIT_HINT, splitText } from './split';

/** Makes posts from Markdown. */
export interface MarkdownWriter {
	/** The paragraphs of a post. */
	paragraphs(markdown: string): PostNode[][];
	/**
	 * Makes the content of a post.
	 *
	 * @throws InputError when it is empty or longer than Lark takes
	 * @see im-v1/message/create, 30 KB
	 */
	content(markdown: string, title?: string): MessageContent;
	/**
	 * Makes as many posts as a long text needs. The first one has the title.
	 *
	 * @throws InputError when the text is empty, or the title leaves no room for it
	 */
	messages(markdown: string, title?: string): MessageContent[];
}

/** Markdown can become shorter when it is written for Lark, but not by more than this. */
const LONGEST_SOURCE = 8 * MAX_REQUEST_BYTES.post;

/** Half of a post, so that a title leaves room for text. */
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

/**
 * Loads the tokenizer, which takes longer than all the rest of the node, when Markdown is sent.
 *
 * @param isAsWritten leaves links, images and tags as they are written; `withoutMentions` does it for mentions
 */
export async function loadMarkdown(isAsWritten = false): Promise<MarkdownWriter> {
	const { tokensOf: parse } = await import('./markdownTokens');

	function tokensOf(text: string) {
		const tokens = parse(text);
		return tokens && isAsWritten ? withoutCommands(tokens) : tokens;
	}

	function paragraphs(markdown: string): PostNode[][] {
		const text = withUnixLines(markdown);
		const tokens = tokensOf(text);
		if (tokens) return paragraphsOf(tokens);
		if (text.trim() === '') return [];
		return [[{ tag: 'md', text: isAsWritten ? asWritten(text) : text }]];
	}

	function content(markdown: string, title = ''): MessageContent {
		if (markdown.length > LONGEST_SOURCE) {
			return messageWithin(
				MAX_REQUEST_BYTES.post,
				'Markdown',
				SPLIT_HINT,
				postOf([[{ tag: 'md', text: markdown }]], title),
			);
		}
		const written = paragraphs(markdown);
		if (written.length > 0) {
			return messageWithin(MAX_REQUEST_BYTES.post, 'Markdown', SPLIT_HINT, postOf(written, title));
		}
		throw new InputError(
			'Markdown is empty',
			'Enter a text. If it comes from an expression, check that the field exists in the incoming item.',
		);
	}

	function messages(markdown: string, title = ''): MessageContent[] {
		checkTitle(title);
		const parts = splitText(withUnixLines(markdown), {
			maxBytes: MAX_REQUEST_BYTES.post,
			bytesOf: (part) => requestBytes(postOf(paragraphs(part), title).content),
			hasFences: true,
		});
		const posts = parts.filter((part) => paragraphs(part).length > 0);
		if (posts.length === 0) return [content('')];
		return posts.map((part, index) => content(part, index === 0 ? title : ''));
	}

	return { paragraphs, content, messages };
}
