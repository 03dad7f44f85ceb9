import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';

import { loadMarkdown, type MarkdownWriter } from '../../../nodes/shared/content/markdown';
import { tokensOf } from '../../../nodes/shared/content/markdownTokens';
import type { PostNode } from '../../../nodes/shared/content/post';

let writer: MarkdownWriter;

beforeAll(async () => (writer = await loadMarkdown()));

const md = (text: string): PostNode[] => [{ tag: 'md', text }];
const code = (text: string, language?: string): PostNode[] => [
	{ tag: 'code_block', ...(language && { language }), text },
];
const image = (image_key: string): PostNode[] => [{ tag: 'img', image_key }];

describe('Markdown in a post', () => {
	it.each([
		'请查收 订单_20260101_导出.xlsx',
		'привет_мир_да',
		'العربية_نص_هنا',
		'デ_ー_タ __init__はそのまま',
		'file_name_1.txt and a__b__c',
	])('keeps an underscore between letters of any script: %s', (text) => {
		expect(writer.paragraphs(text)).toEqual([md(text)]);
	});

	it.each([
		['in a list', '- step\n\n    ```py\n    __init__\n      # _a_\n    ```\n- next', 'PYTHON'],
		[
			'right below an item',
			'- step\n    ```py\n    __init__\n      # _a_\n    ```\n- next',
			'PYTHON',
		],
		[
			'in a numbered list',
			'1. step\n\n   ~~~py\n   __init__\n     # _a_\n   ~~~\n2. next',
			'PYTHON',
		],
		[
			'in a list in a list',
			'- x\n  - step\n\n    ```\n    __init__\n      # _a_\n    ```\n  - next',
			'',
		],
		['in a quote', '> step\n> ```py\n> __init__\n>   # _a_\n> ```\n> next', 'PYTHON'],
		['in a list in a quote', '> - step\n>   ```\n>   __init__\n>     # _a_\n>   ```\n> - next', ''],
	])('gives a fenced block as its code, %s', (_case, markdown, language) => {
		const [before, block, after] = writer.paragraphs(markdown);
		expect(block).toEqual(code('__init__\n  # _a_', language));
		expect(before[0].text).toContain('step');
		expect(after[0].text).toContain('next');
	});

	it.each([
		[
			'between paragraphs',
			'a\n\n    call _x_\n      more\n\nb',
			[md('a'), code('call _x_\n  more'), md('b')],
		],
		['in a list item', '- a\n\n      call _x_\n- b', [md('- a'), code('call _x_'), md('- b')]],
		['at the start', '\tcall _x_\n\nb', [code('call _x_'), md('b')]],
	])('gives an indented block as its code, %s', (_case, markdown, expected) => {
		expect(writer.paragraphs(markdown)).toEqual(expected);
	});

	it.each([
		['call \\_start\\_ now', 'call _start_ now'],
		['a \\*literal\\* star', 'a \\*literal\\* star'],
		['\\# no heading', '\\# no heading'],
		['**a \\_b\\_ c**', '**a _b_ c**'],
		['`\\_code\\_`', '`\\_code\\_`'],
	])('respects escapes: %s', (markdown, text) => {
		expect(writer.paragraphs(markdown)).toEqual([md(text)]);
	});

	it.each([
		['[![build](https://ci/b.svg)](https://ci/job/1)', '[build](https://ci/job/1)'],
		['[![](https://ci/b.svg)](https://ci/job/1)', '[https://ci/b.svg](https://ci/job/1)'],
		['[see ![a](img_v2_1) here](https://ci)', '[see a here](https://ci)'],
		['`` write `![logo](img_v2_abc)` to show it ``', '``write `![logo](img_v2_abc)` to show it``'],
		['`![logo](img_v2_abc)`', undefined],
		['[注]: 明天放假', undefined],
		['note\n\n[TODO]: ship', undefined],
		['text[^1]\n\n[^1]: note', undefined],
		['[a](<b c>)', undefined],
		['[a](b "t \\" q")', undefined],
		['a  \nb\\\nc', 'a\nb\nc'],
		['Title\n=====\n\ntext', '**Title**\n\ntext'],
		['> a\n>\n> b\n\n> c', '> a\n>\n> b\n\n> c'],
		['- a\n\n  more\n- b', '- a\n\n    more\n- b'],
		['a | b\nno table', undefined],
		['see www.a.example/_b_/c and _d_', 'see www.a.example/_b_/c and *d*'],
		['_www.a.example_ __https://b.example/c_d__', '*www.a.example* **https://b.example/c_d**'],
		['见https://a.example/_b_，_c_', '见https://a.example/_b_，*c*'],
		['[see https://a.example/b_c](https://d.example)', undefined],
		['_2*3_', '*2\\*3*'],
		['_3~5_', '*3\\~5*'],
		['_a_*b*', '*ab*'],
		['*a _b_ c* __d __e__ f__', '*a b c* **d e f**'],
		['# a ** b', '**a \\*\\* b**'],
		['&amp; <b>x</b> 1 < 2 > 0', undefined],
	])('writes %j', (markdown, text = markdown) => {
		expect(writer.paragraphs(markdown)).toEqual([md(text)]);
	});

	it('takes an image of Lark out of a list item', () => {
		expect(writer.paragraphs('- ![a](img_v3_1) text\n- b')).toEqual([
			image('img_v3_1'),
			md('- text\n- b'),
		]);
	});

	it('closes bold and italic before an image of Lark, and opens them again after it', () => {
		expect(writer.paragraphs('**a *b ![x](img_1) c* d** e')).toEqual([
			md('**a *b***'),
			image('img_1'),
			md('***c* d** e'),
		]);
		expect(writer.paragraphs('**![x](img_1)**')).toEqual([image('img_1')]);
	});

	it('keeps the number of an item that begins with code, and no bullet without words', () => {
		expect(writer.paragraphs('1. ```\n   x\n   ```\n2. y')).toEqual([
			md('1.'),
			code('x'),
			md('2. y'),
		]);
		expect(writer.paragraphs('- ```\n  x\n  ```\n- y')).toEqual([code('x'), md('- y')]);
	});

	it.each([
		['- a\n\n  ```\n  x\n  ```\n\n  para\n\n  - sub\n- b', 'para\n\n- sub\n- b'],
		['1. a\n   - b\n     ```\n     x\n     ```\n   - c\n     - d\n2. e', '- c\n    - d\n2. e'],
		['> - a\n>\n>       x\n>\n>   para\n> - b', '> para\n> - b'],
		['- > a\n  > ```\n  > x\n  > ```\n  > para\n- b', '> para\n- b'],
		['- a\n  ***\n  para', 'para'],
	])('does not make code of what follows a block in a list: %j', (markdown, text) => {
		expect(writer.paragraphs(markdown).at(-1)).toEqual(md(text));
		expect(JSON.stringify(writer.elements(markdown))).not.toMatch(/\\n {4,}(?:para|> para|- c)/);
	});

	it.each(['> '.repeat(500) + 'deep', '- '.repeat(500) + 'deep'])(
		'keeps a text that is nested more deeply than anybody means',
		(markdown) => {
			expect(JSON.stringify(writer.paragraphs(markdown))).toContain('deep');
		},
	);
});

/** Each character of a text, with the marks around it. */
function marked(markdown: string): string[] {
	const characters: string[] = [];
	for (const { children } of tokensOf(markdown) ?? []) {
		const open = new Map<string, number>();
		for (const { type, tag, nesting, content } of children ?? []) {
			if (nesting !== 0) open.set(tag, (open.get(tag) ?? 0) + nesting);
			const marks = [...open].filter(([, times]) => times > 0).map(([name]) => name);
			for (const character of type.endsWith('break') ? '\n' : content) {
				characters.push([character, ...marks.sort()].join(' '));
			}
		}
	}
	return characters;
}

/** Whether one mark ends where another kind begins, for which Lark's Markdown has no way of writing beside punctuation. */
function hasNeighbours(markdown: string): boolean {
	const inline = (tokensOf(markdown) ?? []).flatMap(({ children }) => children ?? []);
	const shown = inline.filter(({ nesting, content }) => nesting !== 0 || content !== '');
	return shown.some(({ nesting }, index) => nesting === -1 && shown[index + 1]?.nesting === 1);
}

describe('bold, italic and struck text', () => {
	const mark = fc.constantFrom('*', '_', '**', '__', '***', '~~', '\\*');
	const word = fc.constantFrom(
		'a',
		'b1',
		' ',
		'中',
		'。',
		'“',
		'(',
		')',
		'!',
		'é',
		'e\u0301',
		'ب',
		'🎉',
	);
	const text = fc
		.array(fc.oneof(mark, word), { maxLength: 14 })
		.map((parts) => `x${parts.join('')}`);

	it('are the same characters after Markdown was written for Lark, whatever it is', () => {
		fc.assert(
			fc.property(text, (markdown) => {
				fc.pre(!hasNeighbours(markdown));
				const [[node]] = writer.paragraphs(markdown);
				// Lark's Markdown has no underscores.
				const written = String(node.text).replaceAll('_', '\\_');
				expect(marked(written)).toEqual(marked(markdown));
			}),
			{ numRuns: 5_000 },
		);
	});
});

/** What is visible of HTML: its text, and the names of images. */
const visible = (html: string): string =>
	html
		.replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, '$1')
		.replace(/<[^>]*>/g, ' ')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&');

/** Letters and digits, in order: marks and white space aside. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Sections about what a post shows as it is written, or has no place for. */
const OTHERWISE = new Set([
	'Entity and numeric character references',
	'HTML blocks',
	'Raw HTML',
	'Autolinks',
	'Links',
	'Images',
	'Link reference definitions',
	'Inlines',
]);

describe('the examples of CommonMark', () => {
	const shown = examples.filter(
		({ section, markdown, html }) =>
			!OTHERWISE.has(section) && !/<[a-z/!?]|&[a-z#]/i.test(markdown) && !html.includes('%'),
	);

	it.each(shown.map(({ number, section, markdown, html }) => [number, section, markdown, html]))(
		'%i (%s) keeps every word',
		(_number, _section, markdown, html) => {
			const nodes = writer.paragraphs(String(markdown)).flat();
			const text = nodes.map((node) => String(node.text ?? '')).join('\n');
			const words = new Set(wordsOf(text));
			expect(wordsOf(visible(String(html))).filter((word) => !words.has(word))).toEqual([]);
		},
	);
});
