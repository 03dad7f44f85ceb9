import { loadMarkdown, type MarkdownWriter } from '../../../nodes/shared/content/markdown';
import type { MessageContent } from '../../../nodes/shared/content/message';
import { growth, LIMIT, processorMs } from '../../support/growth';

let writer: MarkdownWriter;

beforeAll(async () => (writer = await loadMarkdown()));

/** What a post or card has, one text for each of its parts. */
function partsOf({ msg_type, content }: MessageContent): string[] {
	const json = JSON.parse(content) as {
		en_us: { content: Array<[{ text: string }]> };
		body: { elements: Array<{ content: string }> };
	};
	return msg_type === 'post'
		? json.en_us.content.map(([{ text }]) => text)
		: json.body.elements.map(({ content: text }) => text);
}

const lines = (count: number, indent: string) =>
	Array.from({ length: count }, (_, n) => `${indent}__init__(${n}) # _a_`).join('\n');

const CONTAINERS: Array<[name: string, markdown: string]> = [
	['a list', `- item\n\n    \`\`\`python\n${lines(2_000, '    ')}\n    \`\`\`\n- after`],
	['a list, with tabs', `- item\n\t~~~python\n${lines(2_000, '\t')}\n\t~~~\n- after`],
	['a quote', `> item\n> \`\`\`python\n${lines(2_000, '> ')}\n> \`\`\`\n> after`],
	['a list in a quote', `> - item\n>   ~~~~python\n${lines(2_000, '>   ')}\n>   ~~~~\n> - after`],
	[
		'a list in a list in a list',
		`1. a\n   - b\n     - item\n       \`\`\`\`python\n${lines(2_000, '       ')}\n       \`\`\`\`\n   - after`,
	],
	[
		'a fence of 25 marks',
		`item\n${'`'.repeat(25)}python\n${lines(2_000, '')}\n${'`'.repeat(25)}\nafter`,
	],
	['a list, indented', `- item\n\n${lines(2_000, '      ')}\n\n- after`],
];

describe('code that is longer than a message', () => {
	it.each(CONTAINERS)(
		'is code in each message, and its lines are as they were: in %s',
		(name, markdown) => {
			const code: string[] = [];
			for (const message of writer.messages(markdown)) {
				const { en_us } = JSON.parse(message.content) as {
					en_us: { content: Array<[{ tag: string; text: string; language?: string }]> };
				};
				const blocks = en_us.content.flat().filter(({ tag }) => tag === 'code_block');
				expect(blocks).toHaveLength(1);
				expect(blocks[0].language).toBe(name.endsWith('indented') ? undefined : 'PYTHON');
				code.push(...blocks[0].text.split('\n'));
			}
			expect(code.join('\n')).toBe(lines(2_000, ''));
		},
	);

	it.each(CONTAINERS)('is between fences in each card: in %s', (_name, markdown) => {
		const cards = writer.card.messages(markdown).flatMap(partsOf);
		expect(cards.length).toBeGreaterThan(1);
		for (const card of cards) expect(card.match(/^```\w*$/gm)).toHaveLength(2);
		expect(cards.join('\n').match(/^__init__\(\d+\) # _a_$/gm)).toHaveLength(2_000);
		expect(cards.at(-1)).toMatch(/^(?:> )?(?:- )?after$/m);
	});

	it('is cut within a line only if that is longer than a message', () => {
		const [first, second] = writer
			.messages(`\`\`\`\n${'中'.repeat(12_000)}\nend\n\`\`\``)
			.flatMap(partsOf);
		expect(first + second).toBe(`${'中'.repeat(12_000)}\nend`);
	});
});

describe('a table that is longer than a message', () => {
	const rows = (indent: string) =>
		Array.from({ length: 3_000 }, (_, n) => `${indent}| row_${n}_ | 值 |`).join('\n');

	it.each([
		['a list', `- item\n\n  | a | b |\n  |---|---|\n${rows('  ')}\n- after`],
		['a quote', `> | a | b |\n> |---|---|\n${rows('> ')}\n\nafter`],
	])('has its header in each message, and each row once: in %s', (_name, markdown) => {
		for (const messages of [writer.messages(markdown), writer.card.messages(markdown)]) {
			const texts = messages.flatMap(partsOf).filter((text) => text.includes('row_'));
			expect(texts.length).toBeGreaterThan(1);
			for (const text of texts) expect(text).toMatch(/^(?:- item\n\n)?(?:\| )?a +\| b/);
			expect(texts.join('\n').match(/row_\d+_/g)).toHaveLength(3_000);
		}
	});

	it('is cut within a row that is longer than a message', () => {
		const markdown = `| a | b |\n|---|---|\n| ${'word '.repeat(12_000)} | 1 |`;
		const texts = writer.messages(markdown).flatMap(partsOf);
		expect(texts.join('').match(/word/g)).toHaveLength(12_000);
	});
});

describe('text that is longer than a message', () => {
	it.each([
		['paragraphs of an item', `- first\n\n${'    para _x_ with words\n\n'.repeat(2_000)}- last`],
		['items of an item', `- first\n${'    - item _x_ with words\n'.repeat(2_000)}- last`],
		['quotes in an item', `- first\n\n${'    > item _x_ with words\n\n'.repeat(2_000)}- last`],
		['items in a quote', `> - first\n${'>     - item _x_ with words\n'.repeat(2_000)}> - last`],
		['items in items', '- a\n    - item _x_ with words\n'.repeat(2_000)],
	])('never begins a message with an indentation that means code: %s', (_name, markdown) => {
		for (const messages of [writer.messages(markdown), writer.card.messages(markdown)]) {
			const parts = messages.flatMap(partsOf);
			expect(parts.length).toBeGreaterThan(1);
			for (const part of parts) {
				expect(part).not.toMatch(/^(?:> )? {4}/);
				expect(part).not.toContain('`');
				expect(part).not.toContain('_x_');
			}
			expect(parts.join('\n').match(/\*x\*/g)).toHaveLength(2_000);
		}
	});

	it('is refused by size before it begins', () => {
		expect(() => writer.messages('word '.repeat(300_000))).toThrow(
			'Markdown is too long to be split: 1500000 characters of at most 604160',
		);
	});

	it('takes 600 KB of short list items in a few seconds', async () => {
		const ms = await processorMs(() => {
			expect(writer.card.messages('- a\n'.repeat(150_000)).length).toBeGreaterThan(20);
		});
		expect(ms).toBeLessThan(6_000);
	});

	it.each([
		'- a\n',
		'1. x\n',
		'- - a\n',
		'> a\n\n',
		'| a | b |\n',
		'*a* ',
		'- ```\n  a\n  ```\n',
		'![x](img_1)\n',
	])('takes time that grows no faster than the text, made of %j', async (unit) => {
		const split = (size: number) =>
			writer.card.messages(`| a | b |\n|---|---|\n${unit.repeat(Math.ceil(size / unit.length))}`);
		expect(await growth(split, 100_000)).toBeLessThan(LIMIT);
	});

	it('is refused when it has an image whose key is longer than a message', () => {
		expect(() => writer.messages(`![x](img_${'a'.repeat(40_000)})`)).toThrow(
			/Markdown is too long/,
		);
	});
});
