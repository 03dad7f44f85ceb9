import { asWritten, withoutMentions } from '../../../nodes/shared/content/asWritten';
import { loadMarkdown, type MarkdownWriter } from '../../../nodes/shared/content/markdown';
import { filled, growth, LIMIT, processorMs } from '../../support/growth';
import { placeMentions } from '../../../nodes/shared/content/mention';

let writer: MarkdownWriter;
let literal: MarkdownWriter;

beforeAll(async () => {
	writer = await loadMarkdown();
	literal = await loadMarkdown(true);
});

const UNITS = [
	...[
		'![',
		'](',
		'[](',
		'![](',
		'[a](b "',
		'[',
		']',
		'*',
		'_',
		'**a',
		'a**',
		'_a ',
		'~~',
		'`',
		'`a',
	],
	...[
		'<',
		'<!--',
		'<at ',
		'> ',
		'- ',
		'1. ',
		'# ',
		'    ',
		'\t',
		'```\n',
		'~~~a\n',
		'- \n',
		'\\',
		'&',
	],
	...[
		'[a]: ',
		'|',
		':',
		'http://',
		'https://a_',
		'\n',
		'\n\n',
		'\r',
		'"',
		"'",
		'=\n',
		'a\n---\n',
		'@1',
	],
];

describe('the time for Markdown', () => {
	it.each(UNITS)('grows no faster than the text, made of %j', async (unit) => {
		expect(await growth((size) => writer.paragraphs(filled(unit, size)), 15_000)).toBeLessThan(
			LIMIT,
		);
	});

	it.each(['![a](b)', '[', '](', '<at ', '<', '&', '&a', '\\', '`'])(
		'grows no faster than the text when it is sent as written, made of %j',
		async (unit) => {
			const write = (size: number) =>
				literal.paragraphs(asWritten(withoutMentions(filled(unit, size))));
			expect(await growth(write, 15_000)).toBeLessThan(LIMIT);
		},
	);

	it.each(['![', '](', '```\n', '> ', '- ', '*', 'word '])(
		'grows no faster than the text when it is split, made of %j',
		async (unit) => {
			expect(
				await growth((size) => writer.messages(`a ${filled(unit, size)}`), 75_000),
			).toBeLessThan(LIMIT);
		},
	);

	it('is none for a text that is far too long for a post', async () => {
		const text = filled('```\n', 600_000);
		expect(
			await processorMs(() => expect(() => writer.content(text)).toThrow('too long')),
		).toBeLessThan(1_000);
	});

	it.each(['@1 ', '`', '```', '`\n', '@', '<at '])(
		'to place mentions grows no faster than the text, made of %j',
		async (unit) => {
			const place = (size: number) => placeMentions(`@1 ${filled(unit, size)}`, ['ou_1']);
			expect(await growth(place, 75_000)).toBeLessThan(LIMIT);
		},
	);
});
