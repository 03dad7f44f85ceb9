import { emojiField, findEmoji } from '../../../nodes/Lark/fields/emoji';
import type { ItemParameters } from '../../../nodes/Lark/fields/item';
import documented from '../../../sandbox/contract/emoji.json';

describe('the list of emoji', () => {
	it("has all of Lark's codes as they are, each under a name of its own", () => {
		const codes = findEmoji().map(({ code }) => code);
		expect(codes).toEqual(documented);
		const words = findEmoji().map(({ code, name }) => [code, name].map((w) => w.toLowerCase()));
		expect(new Set(words.map(([code]) => code)).size).toBe(182);
		expect(new Set(words.map(([, name]) => name)).size).toBe(182);
	});

	it.each([
		['thumbs', ['THUMBSUP', 'ThumbsDown']],
		['checkm', ['CheckMark']],
		['Do not', ['GeneralDoNotDisturb']],
		['rocket', []],
	])('finds %j', (filter, codes) => {
		expect(findEmoji(filter).map(({ code }) => code)).toEqual(codes);
	});
});

const read = (value: string) =>
	emojiField().read({ string: () => value } as unknown as ItemParameters);

describe('the field Emoji', () => {
	it.each([
		['THUMBSUP', 'THUMBSUP'],
		[' ThumbsDown ', 'ThumbsDown'],
		['thumbsdown', 'ThumbsDown'],
		['Thumbs down', 'ThumbsDown'],
		['plus one', 'JIAYI'],
		['BrandNew', 'BrandNew'],
	])('reads %j as %s', (value, code) => {
		expect(read(value)).toBe(code);
	});

	it.each(['', '👍', ':+1:', 'two words'])('refuses %j', (value) => {
		expect(() => read(value)).toThrow(/^Emoji/);
	});
});
