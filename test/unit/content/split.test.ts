import fc from 'fast-check';

import { fenceAfter, type Fence } from '../../../nodes/shared/content/fence';
import { splitText } from '../../../nodes/shared/content/split';

const bytesOf = (part: string) => Buffer.byteLength(part);
const split = (text: string, maxBytes = 300, hasFences = true) =>
	splitText(text, { maxBytes, bytesOf, hasFences });
const fenceAtEnd = (text: string) =>
	text.split('\n').reduce<Fence | undefined>((fence, line) => fenceAfter(line, fence), undefined);
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
					if (hasFences) expect(fenceAtEnd(part)).toBeUndefined();
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
