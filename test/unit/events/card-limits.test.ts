import { readMessage } from '../../../nodes/shared/events/message';
import { readReceivedContent } from '../../../nodes/shared/events/reading';
import { processorMs } from '../../support/growth';
import { option, read } from './cards';
import { BOT, bot, received, user } from './messages';

describe('a card has no attachments', () => {
	it('for Lark refuses the download of its images: 234043', () => {
		const image = { tag: 'img', img_key: 'img_1' };
		const markdown = { tag: 'markdown', content: '![a](img_2)' };
		const row = [{ tag: 'img', image_key: 'img_3' }];
		for (const elements of [[image, markdown], [row]]) {
			expect(read({ elements }).attachments).toEqual([]);
		}
	});
});

describe('the text of a card does not grow without limit', () => {
	const long = 'long '.repeat(2_000);
	const times = <Part>(part: Part) => Array.from({ length: 2_000 }, () => part);

	it.each([
		[
			'an option with a long text, chosen often',
			{
				elements: [
					{
						tag: 'multi_select_static',
						options: [option(long, 'a')],
						selected_values: times('a'),
					},
				],
			},
		],
		[
			'somebody with a long name, named often',
			{
				json_card: JSON.stringify({
					body: { elements: times({ tag: 'at', property: { userID: 'a' } }) },
				}),
				json_attachment: JSON.stringify({ persons: { a: { content: long } } }),
			},
		],
		[
			'a table whose columns are all the same',
			{ elements: [{ tag: 'table', columns: times({ name: 'a' }), rows: [{ a: long }] }] },
		],
		[
			'deep headings and lists',
			{
				elements: [
					{
						tag: 'markdown',
						elements: times({ tag: 'list', items: [{ level: 1e9, content: 'a' }] }),
					},
				],
			},
		],
	])('%s', (_, card) => {
		expect(read(card).text.length).toBeLessThan(60 * JSON.stringify(card).length);
		expect(read(card).text.length).toBeLessThan(1_000_000);
	});

	const rows = (count: number, row: object = {}) => Array.from({ length: count }, () => row);
	const columns = Array.from({ length: 50 }, (_, index) => ({ name: `c${index}` }));
	const quoted = (part: object, levels: number): object =>
		levels === 0 ? part : { tag: 'blockquote', elements: [quoted(part, levels - 1)] };

	it.each([
		['tables of empty rows', rows(100, { tag: 'table', columns, rows: rows(300) })],
		['tables of short rows', rows(50, { tag: 'table', columns, rows: rows(400, { c49: 1 }) })],
		['lines in quotes in quotes', [quoted({ tag: 'div', content: 'a\n'.repeat(75_000) }, 45)]],
		['a card that is far too large', rows(100_000, { tag: 'hr' })],
	])('made of %s, and takes no long time', async (_, parts) => {
		const json = JSON.stringify({ elements: [{ tag: 'markdown', elements: parts }] });
		const time = await processorMs(() => {
			expect(readReceivedContent('interactive', json).text.length).toBeLessThan(300_001);
		});
		expect(time).toBeLessThan(4_000);
	});

	/** Tables in the cells of tables, which read 50 times as long with each level if a cell is read for each column. */
	it.each([3, 8, 15])('made of tables in tables, %i levels deep', async (levels) => {
		const same = columns.map(() => ({ name: 'a' }));
		let cell: unknown = 'x';
		for (let level = 0; level < levels; level++) {
			cell = { elements: [{ tag: 'table', columns: same, rows: [{ a: cell }] }] };
		}
		const card = { user_dsl: JSON.stringify({ body: { elements: [{ tag: 'div', text: cell }] } }) };
		const time = await processorMs(() => {
			expect(read(card).text).toMatch(/x/);
			expect(read(card).text.length).toBeLessThan(10_000);
		});
		expect(time).toBeLessThan(1_000);
	});
});

describe('mentions in a card as it was sent', () => {
	it('get names, and that of the bot goes', () => {
		const card = {
			elements: [{ tag: 'markdown', content: `<at id=${BOT}></at> ask <at id=ou_ann></at>` }],
		};
		const message = readMessage(
			received({
				message: { message_type: 'interactive', content: JSON.stringify(card) },
				mentions: [bot('@_user_1'), user('@_user_2', 'Ann Lee', 'ou_ann')],
			}),
			BOT,
		);
		expect(message?.text).toBe('ask @Ann Lee');
	});
});
