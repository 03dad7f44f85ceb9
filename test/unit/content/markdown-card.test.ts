import fc from 'fast-check';

import { loadMarkdown, type MarkdownWriter } from '../../../nodes/shared/content/markdown';
import {
	MAX_REQUEST_BYTES,
	requestBytes,
	type MessageContent,
} from '../../../nodes/shared/content/message';
import { parseContent } from '../../../sandbox/content/parse';
import { growth, LIMIT } from '../../support/growth';

let writer: MarkdownWriter;

beforeAll(async () => (writer = await loadMarkdown()));

const markdown = (content: string) => ({ tag: 'markdown', content });
const elementsOf = ({ content }: MessageContent) =>
	(JSON.parse(content) as { body: { elements: object[] } }).body.elements;

const table = (name: string) => `| ${name} | n |\n| --- | --- |\n| x | 1 |`;
const tables = (count: number) =>
	Array.from({ length: count }, (_, index) => table(`t${index}`)).join('\n\n');

describe('Markdown in a card', () => {
	it.each([
		['tables', table('t')],
		['tables without outer pipes', 'a|b\n-|-\n1|2', '| a | b |\n| --- | --- |\n| 1 | 2 |'],
		['pipes in cells', '| a |\n|---|\n| `x\\|y` |', '| a |\n| --- |\n| `x\\|y` |'],
		['headings', '# One\n\n## **Two**\n\ntext', undefined],
		['underlined headings', 'One\n===', '# One'],
		['lists', '* a\n\t* b', '- a\n    - b'],
		[
			'bold and the like',
			'__b__ *i* ~~s~~ [a](https://b.example) `c`',
			'**b** *i* ~~s~~ [a](https://b.example) `c`',
		],
		['code', '~~~py\na\n~~~', '```py\na\n```'],
		['code with fences in it', '~~~\n```\n~~~', '````\n```\n````'],
		['mentions', '<at user_id="ou_1"></at> hi', '<at id=ou_1></at> hi'],
		['mentions in code', '`<at user_id="ou_1">`', undefined],
		[
			'mentions in cells',
			'| a |\n|---|\n| <at user_id="all"></at> |',
			'| a |\n| --- |\n| <at id=all></at> |',
		],
		['images with a URL', '![cat](https://a.example/c.png)', '[cat](https://a.example/c.png)'],
		['HTML', "<font color='red'>x</font>", undefined],
	])('writes %s', (_case, text, expected = text) => {
		expect(writer.elements(text)).toEqual([markdown(expected)]);
	});

	it('gives rules and images of Lark elements of their own, and all text between them one', () => {
		expect(writer.elements(`a\n\n${table('t')}\n\n![l](img_1)\n\nb\n\n---\n\nc`)).toEqual([
			markdown(`a\n\n${table('t')}`),
			{ tag: 'img', img_key: 'img_1', alt: { tag: 'plain_text', content: '' } },
			markdown('b'),
			{ tag: 'hr' },
			markdown('c'),
		]);
	});

	it('shows three tables and writes the others into code, their columns below each other', () => {
		const [{ content }] = elementsOf(writer.card.content(tables(5))) as [{ content: string }];
		expect(content.match(/^\| --- \| --- \|$/gm)).toHaveLength(3);
		expect(content).toContain('```\nt3 | n\n---|--\nx  | 1\n```');
		parseContent('interactive', writer.card.content(tables(5)).content);
	});

	it('has a header if there is a title', () => {
		const { msg_type, content } = writer.card.content('Hi', 'News');
		expect(msg_type).toBe('interactive');
		expect(JSON.parse(content)).toMatchObject({
			schema: '2.0',
			header: { title: { content: 'News' } },
		});
	});

	it('refuses what is empty, longer than 30 KB, or has more images than a card has elements', () => {
		expect(() => writer.card.content(' \n ')).toThrow('Markdown is empty');
		expect(() => writer.card.content('a'.repeat(30 * 1024))).toThrow(/Markdown is too long/);
		const images = (count: number) => '![](img_1)\n'.repeat(count);
		expect(() => writer.card.content(images(99), 'Title')).not.toThrow();
		expect(() => writer.card.content(images(100))).toThrow(
			'Markdown has too many images and rules: they make 200 elements of a card, which takes 199',
		);
	});

	it('keeps a text that is nested more deeply than anybody means', () => {
		const text = `${'> '.repeat(500)}deep`;
		expect(writer.elements(text)).toEqual([markdown(`\`\`\`\n${text}\n\`\`\``)]);
	});
});

describe('a table in a post', () => {
	it('is a block of code, its columns below each other, also of Chinese', () => {
		expect(
			writer.paragraphs('a\n\n| 名字 | **n** |\n|:--|--:|\n| x | [l](https://b) |\n\nb'),
		).toEqual([
			[{ tag: 'md', text: 'a' }],
			[
				{
					tag: 'code_block',
					text: '名字 | n\n-----|--------------\nx    | l (https://b)',
				},
			],
			[{ tag: 'md', text: 'b' }],
		]);
	});

	it('is why a text needs a card', () => {
		expect(writer.needsCard(`a\n${table('t')}`)).toBe(true);
		expect(writer.needsCard('# a\n\n- b | c')).toBe(false);
		expect(writer.needsCard(`\`\`\`\n${table('t')}\n\`\`\``)).toBe(false);
	});
});

describe('long Markdown in cards', () => {
	it('is cut before a fourth table', () => {
		const parts = writer.card.messages(tables(7), 'Title').map(elementsOf);
		expect(parts.map((part) => JSON.stringify(part).match(/--- \| ---/g)?.length)).toEqual([
			3, 3, 1,
		]);
		expect(JSON.stringify(parts)).not.toContain('```');
	});

	it('repeats the header of a table that is too long for one card', () => {
		const rows = Array.from({ length: 3_000 }, (_, index) => `| row ${index} | some words |`);
		const parts = writer.card.messages(`Rows:\n\n| a | b |\n|---|---|\n${rows.join('\n')}`);
		const texts = parts.map((part) => (elementsOf(part) as [{ content: string }])[0].content);
		expect(texts.length).toBeGreaterThan(2);
		for (const text of texts) expect(text).toContain('| a | b |\n| --- | --- |\n| row ');
		expect(texts.join('\n').match(/^\| row \d+ \|/gm)).toHaveLength(3_000);
	});

	it('is cut before a table rather than in it, and never repeats what is no header', () => {
		const text = `${'word '.repeat(4_000)}\nline\n${`| a | b |\n|---|---|\n${'| c | d |\n'.repeat(1_000)}`}\nend\n${'word '.repeat(4_000)}`;
		const parts = writer.card.messages(text).map(({ content }) => content);
		expect(parts.filter((part) => part.includes('| a | b |'))).toHaveLength(1);
	});

	const piece = fc.constantFrom(
		...['| a | b |\n', '|---|---|\n', '|', '\n', '\n\n', '# ', '- ', '> ', '```', '---\n', 'word '],
		...['![x](img_1)', '<at user_id="ou_1">', '</at>', '[', '](', '`', '**', '\\|'],
	);
	const anyMarkdown = fc
		.array(fc.oneof(piece, fc.string({ unit: 'binary' })))
		.map((parts) => parts.join(''));

	it('becomes cards that Lark takes, whatever it is', () => {
		const long = fc.tuple(fc.integer({ min: 1, max: 2_000 }), anyMarkdown);
		fc.assert(
			fc.property(long, ([times, unit]) => {
				const text = `${unit} word\n`.repeat(times).slice(0, 100_000);
				for (const { content } of writer.card.messages(`start ${text}`, 'Title')) {
					expect(requestBytes(content)).toBeLessThanOrEqual(MAX_REQUEST_BYTES.card);
					parseContent('interactive', content);
				}
			}),
			{ numRuns: 15 },
		);
	});

	it.each(['|', '|-', '|-|\n', '| a | b |\n|---|---|\n', '|-|-|\n\n', '-|-\n'])(
		'takes time that grows no faster than the text, made of %j',
		async (unit) => {
			const filled = (size: number) => `a|b\n${unit.repeat(Math.ceil(size / unit.length))}`;
			expect(await growth((size) => writer.elements(filled(size)), 10_000)).toBeLessThan(LIMIT);
			expect(await growth((size) => writer.card.messages(filled(size)), 32_000)).toBeLessThan(
				LIMIT,
			);
		},
	);
});
