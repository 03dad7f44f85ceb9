import { readMessage } from '../../../nodes/shared/events/message';
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
