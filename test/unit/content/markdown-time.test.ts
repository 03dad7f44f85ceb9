import { loadMarkdown, type MarkdownWriter } from '../../../nodes/shared/content/markdown';
import { placeMentions } from '../../../nodes/shared/content/mention';

let writer: MarkdownWriter;

beforeAll(async () => (writer = await loadMarkdown()));

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

/** Below this, differences are noise. */
const FLOOR_MS = 40;

/** Processor time, so that other processes do not count. */
function msOf(run: () => unknown): number {
	const start = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1_000;
}

/** How much longer twice as much takes; the quickest of three runs each. */
function ratioOf(run: (size: number) => unknown, size: number): number {
	const quickest = (length: number) => Math.min(...[1, 2, 3].map(() => msOf(() => run(length))));
	return Math.max(quickest(2 * size), FLOOR_MS) / Math.max(quickest(size), FLOOR_MS);
}

/** The least of three measurements: what is quadratic grows fourfold in each of them. */
function growth(run: (size: number) => unknown, size: number): number {
	let least = Infinity;
	for (let i = 0; i < 3 && least >= 3; i++) least = Math.min(least, ratioOf(run, size));
	return least;
}

const filled = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length));

describe('the time for Markdown', () => {
	it.each(UNITS)('grows no faster than the text, made of %j', (unit) => {
		expect(growth((size) => writer.paragraphs(filled(unit, size)), 15_000)).toBeLessThan(3);
	});

	it.each(['![', '](', '```\n', '> ', '- ', '*', 'word '])(
		'grows no faster than the text when it is split, made of %j',
		(unit) => {
			expect(growth((size) => writer.messages(`a ${filled(unit, size)}`), 75_000)).toBeLessThan(3);
		},
	);

	it('is none for a text that is far too long for a post', () => {
		const text = filled('```\n', 600_000);
		expect(msOf(() => expect(() => writer.content(text)).toThrow('too long'))).toBeLessThan(1_000);
	});

	it.each(['@1 ', '`', '```', '`\n', '@', '<at '])(
		'to place mentions grows no faster than the text, made of %j',
		(unit) => {
			const mentions = { people: ['ou_1'], everyone: false, position: 'placeholders' as const };
			const place = (size: number) => placeMentions(`@1 ${filled(unit, size)}`, mentions);
			expect(growth(place, 75_000)).toBeLessThan(3);
		},
	);
});
