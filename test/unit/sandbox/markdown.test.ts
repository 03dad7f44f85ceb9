import { readMarkdown } from '../../../sandbox/content/markdown';

const text = (words: string) => ({ tag: 'text', text: words });
const styled = (words: string, style: string) => ({ tag: 'text', text: words, style: [style] });

describe('an md node that is read back', () => {
	it('becomes texts with styles, and links', () => {
		expect(readMarkdown('**Backup** of *db-1* ~~works~~: [log](https://example.com/a)!')).toEqual([
			styled('Backup', 'bold'),
			text(' of '),
			styled('db-1', 'italic'),
			text(' '),
			styled('works', 'lineThrough'),
			text(': '),
			{ tag: 'a', href: 'https://example.com/a', text: 'log', style: [] },
			text('!'),
		]);
	});

	it.each(['- one\n- two', '> quoted', '2 * 3 * 4', '[a](b)', '**open', '@_user_1 hello', ''])(
		'stays text where it is none of these: %j',
		(markdown) => expect(readMarkdown(markdown)).toEqual([text(markdown)]),
	);
});
