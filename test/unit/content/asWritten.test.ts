import fc from 'fast-check';

import { asWritten, BREAK, withoutMentions } from '../../../nodes/shared/content/asWritten';
import { loadMarkdown, type MarkdownWriter } from '../../../nodes/shared/content/markdown';
import { placeMentions } from '../../../nodes/shared/content/mention';
import { postAsWritten } from '../../../nodes/shared/content/postMentions';

/** As a reader sees it. */
const seen = (text: string) => text.replaceAll(BREAK, '');
const written = (text: string) => asWritten(withoutMentions(text));

/** What Lark would carry out. */
const COMMAND = /<\/?[a-z!]|\][([:]|&#|&\w{1,31};/i;

const PIECES = [
	...['<at user_id="all"></at>', '<at id=all>', '<AT\tuser_id="ou_1">', '</at>', '<b>', '<', '>'],
	...['[', ']', '(', ')', '![', '](', '](img_v2_1)', '[a](https://b.c)', '[a]: https://b.c', '!'],
	...['&lt;', '&#60;', '&', '\\', '`', '```\n', '*', '**', '_', '~~', '> ', '- ', '1. ', '# '],
	...['\n', '\n\n', '    ', ' ', 'word', '@1', '"', 'https://x.y', '<https://x.y>'],
];
const hostile = fc
	.array(fc.constantFrom(...PIECES), { maxLength: 30 })
	.map((pieces) => pieces.join(''));

describe('a text as it is written', () => {
	it.each([
		'<at user_id="all"></at> and <at id=all></at>, <AT user_id="ou_1">x</AT>',
		'<b>bold</b> <!-- no -->',
		'[bank](https://evil.example) ![](img_v2_1)',
		'&lt;at user_id="all"&gt;&lt;/at&gt; &#60;b&#62;',
		'\\<at user_id="all"></at>',
		`&#${'0'.repeat(40)}60;at user_id="all">`,
	])('has no command any more and looks the same: %s', (text) => {
		expect(written(text)).not.toMatch(COMMAND);
		expect(seen(written(text))).toBe(text);
	});

	it.each(['1 < 2 && 3 > 2', 'a <3 b', 'AT&T & R&D', '[1] (see) list[0]', 'https://a.b/?c=1&d=2'])(
		'is left alone where nothing is a command: %s',
		(text) => {
			expect(written(text)).toBe(text);
		},
	);

	it('has no command whatever it is made of', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				expect(written(text)).not.toMatch(COMMAND);
				expect(seen(written(text))).toBe(text);
			}),
		);
	});

	it('keeps the mentions that are placed in it', () => {
		const mention = '<at user_id="ou_1"></at>';
		expect(placeMentions(written('<at user_id="all"></at> @1'), ['ou_1'])).toBe(
			`<${BREAK}at user_id="all"><${BREAK}/at> ${mention}`,
		);
	});
});

describe('Markdown as it is written', () => {
	let writer: MarkdownWriter;

	beforeAll(async () => (writer = await loadMarkdown(true)));

	const write = (markdown: string, ids: string[] = []) =>
		writer.paragraphs(placeMentions(withoutMentions(markdown), ids, '\n\n')).flat();
	const shown = (markdown: string) => write(markdown).map(({ text }) => seen(String(text)));

	it('shows links, images and tags, and keeps what only looks nice', () => {
		expect(shown('**Hi** [bank](https://evil.example "t") *there*')).toEqual([
			'**Hi** [bank](https://evil.example "t") *there*',
		]);
		expect(shown('![logo](img_v2_1) ![a](https://b.c/d.png)')).toEqual([
			'![logo](img_v2_1) ![a](https://b.c/d.png)',
		]);
		expect(shown('[![build](https://ci/b.svg)](https://ci/1)')).toEqual([
			'[![build](https://ci/b.svg)](https://ci/1)',
		]);
		expect(shown('# Title\n\n- a <at user_id="all"></at>')).toEqual([
			'**Title**\n\n- a <at user_id="all"></at>',
		]);
	});

	it.each([
		'# [bank]**(https://evil.example)**',
		`# <**at user_id="all" ${'a'.repeat(300)}></at>**`,
		'&l**t;**\n===',
	])('has no command either when a heading loses its marks for bold: %s', (markdown) => {
		const [{ text }] = write(markdown);
		expect(text).not.toMatch(COMMAND);
	});

	it('keeps code that can be copied', () => {
		const code = 'if (a[0](b) <c> d) { "&lt;" }';
		expect(write(`\`\`\`js\n${code}\n\`\`\``)).toEqual([
			{ tag: 'code_block', language: 'JAVASCRIPT', text: code },
		]);
		expect(write(`\`${code}\``)).toEqual([{ tag: 'md', text: `\`${code}\`` }]);
	});

	it('keeps the mentions that are placed in it', () => {
		expect(write('Ask @1, **@2**', ['ou_1', 'all'])).toEqual([
			{ tag: 'md', text: 'Ask <at user_id="ou_1"></at>, **<at user_id="all"></at>**' },
		]);
	});

	it('mentions nobody, links to nothing and shows no image, whatever it is made of', () => {
		fc.assert(
			fc.property(hostile, (markdown) => {
				for (const { tag, text } of write(markdown)) {
					expect(['md', 'code_block', 'hr']).toContain(tag);
					if (tag !== 'md') continue;
					expect(text).not.toMatch(/<\/?at\b/i);
					expect(String(text).replace(/(`+)[^]*?\1/g, '')).not.toMatch(/\][([:]/);
				}
			}),
			{ numRuns: 500 },
		);
	});
});

describe('Markdown as it is written in a card', () => {
	it.each(['~~~ a```', '~~~ ```', '~~~ ```<at', '- ~~~ a`b'])(
		'keeps code in its block, whatever the fence says: %s',
		async (fence) => {
			const { elements } = await loadMarkdown(true);
			const indent = fence.startsWith('-') ? '  ' : '';
			const [element] = elements(`${fence}\n${indent}[a](https://evil.example)\n${indent}~~~`);
			expect(element.content).toMatch(/(?:^|\n)```[^`\n]*\n\[a\]\(https:\/\/evil\.example\)\n```$/);
		},
	);
});

describe('rich text as it is written', () => {
	it('changes texts, and neither code nor nodes', () => {
		const at = { tag: 'at', user_id: 'ou_1' };
		const code = { tag: 'code_block', text: '<b>' };
		const text = '<at user_id="all"></at> [a](https://b.c)';
		const [[changed, kept], [md], [block]] = postAsWritten([
			[{ tag: 'text', text, style: ['bold'] }, at],
			[{ tag: 'md', text }],
			[code],
		]);
		expect(changed).toEqual({ tag: 'text', text: written(text), style: ['bold'] });
		expect(md).toEqual({ tag: 'md', text: written(text) });
		expect([kept, block]).toEqual([at, code]);
	});
});
