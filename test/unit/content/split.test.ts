import fc from 'fast-check';

import { placeAtEnd } from '../../../nodes/shared/content/fence';
import { splitText } from '../../../nodes/shared/content/split';

const bytesOf = (part: string) => Buffer.byteLength(part);
const split = (text: string, maxBytes = 300, hasFences = true) =>
	splitText(text, { maxBytes, bytesOf, hasFences });
const LONE_SURROGATE = /[\ud800-\udfff]/u;
const withoutSpace = (text: string) => text.replace(/\s/g, '');

const word = fc.string({ unit: 'grapheme', maxLength: 12 });
const longWord = fc.string({ unit: 'binary', minLength: 200, maxLength: 900 });
const mark = fc.constantFrom(
	'```',
	'```js',
	'````',
	'~~~',
	'  ``` ',
	'# ',
	'- ',
	'<at user_id="ou_1"></at>',
);
const anyText = fc
	.array(
		fc.tuple(
			fc.oneof({ weight: 8, arbitrary: word }, longWord, mark),
			fc.constantFrom(' ', '\n', '\n\n', ''),
		),
		{
			maxLength: 150,
		},
	)
	.map((pieces) => pieces.flat().join(''));

describe('splitText', () => {
	it('leaves a text whole that fits', () => {
		expect(split('One\n\nTwo')).toEqual(['One\n\nTwo']);
	});

	it.each([
		['paragraphs', `${'a'.repeat(200)}\nb\n\n${'c'.repeat(200)}`, [202, 200]],
		['lines', `${'a'.repeat(200)}\n${'c c '.repeat(50).trim()}`, [200, 199]],
		['words', 'word '.repeat(100).trim(), [299, 199]],
		['characters', 'a'.repeat(500), [300, 200]],
	])('cuts between %s', (_case, text, lengths) => {
		expect(split(text).map(({ length }) => length)).toEqual(lengths);
	});

	it('closes a fence that has to be cut, and opens it again with its language', () => {
		const lines = Array.from({ length: 40 }, (_, n) => `print(${n}) # a line`);
		const parts = split(`Look:\n~~~ python\n${lines.join('\n')}\n~~~\nDone`);
		expect(parts.length).toBeGreaterThan(2);
		expect(parts[0]).toMatch(/^Look:\n~~~ python\nprint[^]*\n~~~$/);
		expect(parts[1]).toMatch(/^~~~python\nprint[^]*\n~~~$/);
		expect(parts.at(-1)).toMatch(/^~~~python\nprint[^]*\n~~~\nDone$/);
		const code = parts
			.join('\n')
			.split('\n')
			.filter((line) => line.startsWith('print'));
		expect(code).toEqual(lines);
	});

	it.each([
		['a list', '- a\n\n', '  ', '- '],
		['a list in a list', '- a\n  - b\n\n', '    ', '- - '],
		['a numbered list', '10. a\n\n', '    ', '- - '],
		['a quote', '> a\n', '> ', '> '],
		['a quote in a quote', '> > a\n', '> > ', '> > '],
		['a quote in a list', '- > a\n', '  > ', '- > '],
		['a list in a quote', '> - a\n', '>   ', '> - '],
	])('keeps the code in %s', (_case, before, prefix, opening) => {
		const lines = Array.from({ length: 40 }, (_, n) => `${prefix}__init__(${n})`);
		const text = [`${before}${prefix}\`\`\`py`, ...lines, `${prefix}\`\`\``, '', 'End'].join('\n');
		const parts = split(text);
		expect(parts.length).toBeGreaterThan(2);
		for (const part of parts.slice(1)) expect(part.startsWith(`${opening}\`\`\`py\n`)).toBe(true);
		for (const part of parts.slice(0, -1)) expect(part.endsWith(`\n${prefix}\`\`\``)).toBe(true);
		expect(parts.at(-1)?.endsWith('\n\nEnd')).toBe(true);
		expect(parts.flatMap((part) => part.split('\n')).filter((line) => /init/.test(line))).toEqual(
			lines,
		);
	});

	it.each([
		['a quote that ends', '> ```\n> a\n\n'],
		['a list item that ends', '- ```\n  a\n\n'],
		['an indented line of code', 'a\n\n    ```\n\n'],
	])('takes no fence for open after %s', (_case, before) => {
		const parts = split(before + 'word '.repeat(100));
		expect(parts.length).toBeGreaterThan(1);
		for (const part of parts.slice(1)) expect(part).not.toContain('```');
	});

	it('measures not much more of a text than it has, however short the parts are', () => {
		const text = '|a|b|\n|-|-|\n|1|2|\n\n'.repeat(2_000);
		let measured = 0;
		const parts = splitText(text, {
			maxBytes: 30_000,
			hasFences: true,
			bytesOf(part) {
				measured += part.length;
				return part.split('\n\n').length > 4 ? Infinity : part.length;
			},
		});
		expect(parts.length).toBeGreaterThan(400);
		expect(measured).toBeLessThan(30 * text.length);
	});

	it('cuts before a fence rather than in it', () => {
		const text = `${'a'.repeat(180)}\n\n\`\`\`\n${'b\n'.repeat(80)}\`\`\``;
		expect(split(text)[0]).toBe('a'.repeat(180));
	});

	it('keeps the mention of a person in one piece', () => {
		const tag = `<at user_id="ou_${'0'.repeat(60)}"></at>`;
		const parts = split(`${'a'.repeat(250)}${tag}${'b'.repeat(200)}`, 300, false);
		expect(parts[0]).toBe('a'.repeat(250));
		expect(parts[1].startsWith(tag)).toBe(true);
	});

	it('loses nothing but white space, whatever the text', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(withoutSpace(split(text, 300, false).join(''))).toBe(withoutSpace(text));
			}),
		);
	});

	it('gives parts that fit, with whole characters and closed fences, whatever the text', () => {
		fc.assert(
			fc.property(anyText, fc.boolean(), (text, hasFences) => {
				for (const part of split(text, 300, hasFences)) {
					expect(bytesOf(part)).toBeLessThanOrEqual(300);
					expect(part.trim()).not.toBe('');
					if (!LONE_SURROGATE.test(text)) expect(part).not.toMatch(LONE_SURROGATE);
					if (hasFences) expect(placeAtEnd(part).fence).toBeUndefined();
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('takes a megabyte in a moment', () => {
		expect(split('The quick brown fox. '.repeat(50_000), 30_000).length).toBeGreaterThan(30);
	});

	it('ends when not even one character fits', () => {
		const parts = splitText('Hello', { maxBytes: 300, bytesOf: () => 301, hasFences: true });
		expect(parts.join('')).toBe('Hello');
	});
});
