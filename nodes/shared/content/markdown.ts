import { InputError } from '../inputError';
import { closesFence, opensFence, type Fence } from './fence';
import { lineConverter } from './markdownLine';
import { MAX_REQUEST_BYTES, messageWithin, requestBytes, type MessageContent } from './message';
import { postOf, type PostNode } from './post';
import { SPLIT_HINT, splitText } from './split';

/** The languages of code that Lark colours, and other names for them. */
const LANGUAGES = new Set(
	'PYTHON C CPP GO JAVA KOTLIN SWIFT PHP RUBY RUST JAVASCRIPT TYPESCRIPT BASH SHELL SQL JSON XML YAML HTML THRIFT'.split(
		' ',
	),
);
const ALIASES: Record<string, string | undefined> = {
	'C++': 'CPP',
	GOLANG: 'GO',
	JS: 'JAVASCRIPT',
	KT: 'KOTLIN',
	PY: 'PYTHON',
	RB: 'RUBY',
	RS: 'RUST',
	SH: 'SHELL',
	TS: 'TYPESCRIPT',
	YML: 'YAML',
};

const RULE = /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/;
const IMAGE = /!\[([^\]]{0,300})\]\(([^\s()]{1,1000})(?:[ \t]+"[^"]{0,300}")?\)/;
const IMAGE_KEY = /^img_[\w-]+$/;

/** Collects the paragraphs of a post: nodes, and between them text for `md`. */
class Paragraphs {
	readonly list: PostNode[][] = [];
	private text = '';
	private readonly convert = lineConverter();

	addText(line: string): void {
		this.text += this.convert(line);
	}

	endLine(): void {
		this.text += '\n';
	}

	addNode(node: PostNode): void {
		this.endText();
		this.list.push([node]);
	}

	endText(): void {
		const text = this.text.trimEnd().replace(/^\n+/, '');
		if (text.trim() !== '') this.list.push([{ tag: 'md', text }]);
		this.text = '';
	}
}

/** Reads the code from the line after its opening fence. */
function codeBlock(fence: Fence, lines: string[]): { node: PostNode; length: number } {
	const end = lines.findIndex((line) => closesFence(line, fence));
	const code = end < 0 ? lines : lines.slice(0, end);
	const indent = new RegExp(`^ {0,${fence.indent.length}}`);
	const name = fence.language.toUpperCase();
	const language = ALIASES[name] ?? name;
	const text = code.map((line) => line.replace(indent, '')).join('\n');
	return {
		node: { tag: 'code_block', ...(LANGUAGES.has(language) && { language }), text },
		length: code.length + 1,
	};
}

/** Lark's own images get paragraphs of their own; others become links. */
function addLine(line: string, paragraphs: Paragraphs): void {
	const [before, ...images] = line.split(IMAGE);
	let text = before;
	for (let index = 0; index < images.length; index += 3) {
		const [alt, target, after] = images.slice(index, index + 3);
		if (IMAGE_KEY.test(target)) {
			paragraphs.addText(text);
			paragraphs.addNode({ tag: 'img', image_key: target });
			text = after.trimStart();
		} else {
			text += `[${alt || target}](${target})${after}`;
		}
	}
	paragraphs.addText(text);
	paragraphs.endLine();
}

/**
 * Turns Markdown into the paragraphs of a post: `md` for what Lark renders there, and nodes of their
 * own for code, images by image_key and horizontal rules. Headings become bold lines, because Lark has
 * none; an image with a URL becomes a link.
 *
 * @see im-v1/message/message-content-description/create_json, "post"
 */
export function markdownParagraphs(markdown: string): PostNode[][] {
	const paragraphs = new Paragraphs();
	const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index];
		const fence = opensFence(line);
		if (fence) {
			const { node, length } = codeBlock(fence, lines.slice(index + 1));
			paragraphs.addNode(node);
			index += length;
		} else if (RULE.test(line)) {
			paragraphs.addNode({ tag: 'hr' });
		} else {
			addLine(line, paragraphs);
		}
	}
	paragraphs.endText();
	return paragraphs.list;
}

/**
 * Makes the content of a post from Markdown.
 *
 * @throws InputError when it is empty or longer than Lark takes
 * @see im-v1/message/create, 30 KB
 */
export function markdownContent(markdown: string, title = ''): MessageContent {
	const paragraphs = markdownParagraphs(markdown);
	if (paragraphs.length > 0) {
		return messageWithin(MAX_REQUEST_BYTES.post, 'Markdown', SPLIT_HINT, postOf(paragraphs, title));
	}
	throw new InputError(
		'Markdown is empty',
		'Enter a text. If it comes from an expression, check that the field exists in the incoming item.',
	);
}

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

/**
 * Makes as many posts as a long Markdown text needs. The first one has the title.
 *
 * @throws InputError when the text is empty, or the title leaves no room for it
 */
export function markdownMessages(markdown: string, title = ''): MessageContent[] {
	checkTitle(title);
	const parts = splitText(markdown.replace(/\r\n?/g, '\n'), {
		maxBytes: MAX_REQUEST_BYTES.post,
		bytesOf: (part) => requestBytes(postOf(markdownParagraphs(part), title).content),
		hasFences: true,
	});
	if (parts.length === 0) return [markdownContent('')];
	return parts.map((part, index) => markdownContent(part, index === 0 ? title : ''));
}
