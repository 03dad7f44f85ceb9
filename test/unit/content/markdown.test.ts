import fc from 'fast-check';

import { loadMarkdown, type MarkdownWriter } from '../../../nodes/shared/content/markdown';
import { MAX_REQUEST_BYTES, requestBytes } from '../../../nodes/shared/content/message';
import { postOf } from '../../../nodes/shared/content/post';
import { splitText } from '../../../nodes/shared/content/split';
import { parseContent } from '../../../sandbox/content/parse';

let markdownContent: MarkdownWriter['content'];
let markdownMessages: MarkdownWriter['messages'];
let markdownParagraphs: MarkdownWriter['paragraphs'];

beforeAll(async () => {
	const writer = await loadMarkdown();
	markdownContent = writer.content;
	markdownMessages = writer.messages;
	markdownParagraphs = writer.paragraphs;
});

const md = (text: string) => [{ tag: 'md', text }];

describe('markdownParagraphs', () => {
	it.each([
		['bold and the like', '**b** *i* ~~s~~ [a](https://b.example) `c`', undefined],
		['underscores', '__b__ and _i_, not a_b_c or `_c_`', '**b** and *i*, not a_b_c or `_c_`'],
		['addresses', 'https://a.example/_b_/ [x](y_/_z)', undefined],
		['mentions', '<at user_id="_a_"></at> _i_', '<at user_id="_a_"></at> *i*'],
		['headings', '# One\n## **Two** ##\n#hash', '**One**\n**Two**\n#hash'],
		['lists', '* a\n\t* b\n\t\t+ c\n* d', '- a\n    - b\n        - c\n- d'],
		['numbered lists', '1) a\n   - b\n2) c', '1. a\n    - b\n2. c'],
		['quotes', '> a\n> b', undefined],
		['line ends of Windows', 'a\r\n\r\nb', 'a\n\nb'],
		['images with a URL', '![A cat](https://a.example/c.png)', '[A cat](https://a.example/c.png)'],
	])('writes %s as Lark does', (_case, markdown, expected = markdown) => {
		expect(markdownParagraphs(markdown)).toEqual([md(expected)]);
	});

	it('gives code, rules and images of Lark paragraphs of their own', () => {
		const markdown = [
			'Before ![logo](img_v3_1) after',
			'***',
			'```js',
			'  let a;',
			'',
			'# b',
			'```',
			'~~~~ whatever',
			'```',
			'~~~~',
			'End',
		].join('\n');
		expect(markdownParagraphs(markdown)).toEqual([
			md('Before'),
			[{ tag: 'img', image_key: 'img_v3_1' }],
			md('after'),
			[{ tag: 'hr' }],
			[{ tag: 'code_block', language: 'JAVASCRIPT', text: '  let a;\n\n# b' }],
			[{ tag: 'code_block', text: '```' }],
			md('End'),
		]);
	});

	it('takes the indentation of a fence from its code, and code without an end', () => {
		expect(markdownParagraphs('  ```go\n    a\n b')).toEqual([
			[{ tag: 'code_block', language: 'GO', text: '  a\nb' }],
		]);
	});
});

describe('markdownContent', () => {
	it('is a post, with a title if there is one', () => {
		const { msg_type, content } = markdownContent('Hi', 'News');
		expect(msg_type).toBe('post');
		expect(JSON.parse(content)).toEqual({ en_us: { title: 'News', content: [md('Hi')] } });
	});

	it('refuses what is empty or longer than 30 KB', () => {
		expect(() => markdownContent(' \n ')).toThrow('Markdown is empty');
		expect(() => markdownContent('a'.repeat(30 * 1024))).toThrow(
			/Markdown is too long: \d+ bytes of at most \d+/,
		);
	});
});

const pieces = ['# ', '- ', '  ', '\t', '```', '```js', '~~~', '\n', '\n\n', '**', '_', '__', '> '];
const morePieces = [
	'![',
	'](',
	'img_1',
	')',
	'![a](img_1)',
	'---',
	'`',
	'<at user_id="ou_1">',
	'</at>',
];
const anyPiece = fc.constantFrom(...pieces, ...morePieces, '- - ', '-', ' ', 'word ');
const anyMarkdown = fc
	.array(fc.oneof(fc.constantFrom(...pieces, ...morePieces), fc.string({ unit: 'binary' })))
	.map((parts) => parts.join(''));

describe('any Markdown', () => {
	it('is a post that Lark takes', () => {
		fc.assert(
			fc.property(anyMarkdown, (markdown) => {
				fc.pre(markdownParagraphs(markdown).length > 0);
				parseContent('post', markdownContent(markdown).content);
			}),
			{ numRuns: 500 },
		);
	});

	it('becomes posts that Lark takes, in order, however long it is', () => {
		const longMarkdown = fc.tuple(fc.integer({ min: 1, max: 3_000 }), anyMarkdown);
		fc.assert(
			fc.property(longMarkdown, ([times, markdown]) => {
				const text = `${markdown} word\n`.repeat(times).slice(0, 120_000);
				for (const { content } of markdownMessages(`start ${text}`, 'Title')) {
					expect(requestBytes(content)).toBeLessThanOrEqual(MAX_REQUEST_BYTES.post);
					parseContent('post', content);
				}
			}),
			{ numRuns: 15 },
		);
	});

	it('is split into parts that fit as posts, however it grows or shrinks when converted', () => {
		const bytesOf = (part: string) => requestBytes(postOf(markdownParagraphs(part)).content);
		fc.assert(
			fc.property(fc.array(anyPiece, { minLength: 100, maxLength: 400 }), (markdown) => {
				const text = markdown.join('');
				for (const part of splitText(text, { maxBytes: 600, bytesOf, hasFences: true })) {
					expect(bytesOf(part)).toBeLessThanOrEqual(600);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('is converted in a moment when it is made to take long', () => {
		for (const unit of ['![', '# ', '_a ', '    ', '`', '[](', '<', '```\n', '- \n', '~~~a\n']) {
			markdownParagraphs(unit.repeat(30_000 / unit.length));
		}
	});
});

describe('a long title', () => {
	it('is refused where it leaves no room for the text', () => {
		expect(() => markdownMessages('word '.repeat(20), 'T'.repeat(31_000))).toThrow(
			/^Title is too long: 31002 bytes of at most/,
		);
		expect(markdownMessages('word '.repeat(6_000), 'T'.repeat(15_000)).length).toBeGreaterThan(1);
	});
});

describe('a long text that is split', () => {
	it('has no code where a part begins within a list', () => {
		const items = Array.from({ length: 1_500 }, (_, n) => `        - item ${n} of a list`);
		const parts = markdownMessages(`- a\n    - b\n${items.join('\n')}`);
		expect(parts.length).toBeGreaterThan(1);
		for (const { content } of parts) expect(content).not.toContain('code_block');
		const words = parts.flatMap(({ content }) => content.match(/item \d+/g) ?? []);
		expect(words).toHaveLength(items.length);
	});

	it('keeps code in a quote as it is in every part', () => {
		const lines = Array.from({ length: 1_500 }, (_, n) => `> __init__(${n}) # _a_ comment`);
		const parts = markdownMessages(`> Look:\n> \`\`\`py\n${lines.join('\n')}\n> \`\`\``);
		expect(parts.length).toBeGreaterThan(1);
		const code = parts.flatMap(({ content }) => {
			const post = JSON.parse(content) as { en_us: { content: Array<Array<{ text: string }>> } };
			return post.en_us.content.flat().flatMap(({ text }) => text.split('\n'));
		});
		expect(code.filter((line) => line.includes('init'))).toEqual(
			lines.map((line) => line.slice(2)),
		);
	});

	it('is refused when it is so long that n8n would stand still', () => {
		expect(() => markdownMessages('- ab\n'.repeat(130_000))).toThrow(
			'Markdown is too long to be split: 650000 characters of at most',
		);
	});
});
