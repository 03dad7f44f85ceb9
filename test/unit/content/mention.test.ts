import { placeMentions } from '../../../nodes/shared/content/mention';
import { numberNames } from '../../../nodes/shared/content/mentionNames';
import { mentionInPost } from '../../../nodes/shared/content/postMentions';

const ann = '<at user_id="ou_ann"></at>';
const bob = '<at user_id="bob"></at>';
const all = '<at user_id="all"></at>';

describe('numberNames', () => {
	const names = ['Alice Chen', undefined, '陈爱丽', 'Bob Miller', 'Everyone'];

	it.each([
		['@Alice the disk is full', '@1 the disk is full'],
		['The disk is full, @alice chen!', 'The disk is full, @1!'],
		['@Bob and @Alice Chen: see @陈爱丽, @everyone', '@4 and @1: see @3, @5'],
		[
			'@Alicee, a@Alice.example, @@Alice and @Alice_1',
			'@Alicee, a@Alice.example, @@Alice and @Alice_1',
		],
		['`@Alice` ```\n@Alice``` @Alice', '`@Alice` ```\n@Alice``` @1'],
		['@1 and @Carol', '@1 and @Carol'],
		['Alice', 'Alice'],
	])('gives typed names the number of their mention: %s', (text, numbered) => {
		expect(numberNames(text, names)).toBe(numbered);
	});

	it('takes a first name for nobody when two have it', () => {
		const two = ['Alice Chen', 'Alice Wu'];
		expect(numberNames('@Alice, @Alice Wu', two)).toBe('@Alice, @2');
	});

	it('leaves a text alone when no name is known', () => {
		expect(numberNames('@undefined @ @Alice', [undefined, ''])).toBe('@undefined @ @Alice');
	});
});

describe('placeMentions', () => {
	it('puts them at the start, or where the text has a place for them', () => {
		const people = ['ou_ann', 'bob'];
		expect(placeMentions('Hello', people)).toBe(`${ann} ${bob} Hello`);
		expect(placeMentions('Hello', people, '\n\n')).toBe(`${ann} ${bob}\n\nHello`);
		expect(placeMentions('@2 asks @1, not a@1.com or @1b', people)).toBe(
			`${bob} asks ${ann}, not a@1.com or @1b`,
		);
		expect(placeMentions('Hello @2', people)).toBe(`${ann} Hello ${bob}`);
		expect(placeMentions('@1 and @1', people)).toBe(`${bob} ${ann} and ${ann}`);
	});

	it('knows everyone by number and by name', () => {
		expect(placeMentions('@all: @3', ['all'])).toBe(`${all}: @3`);
		expect(placeMentions('@1', ['all'])).toBe(all);
		expect(placeMentions('@all, above all @1', ['bob', 'all'])).toBe(`${all}, above all ${bob}`);
	});

	it('leaves code alone', () => {
		expect(placeMentions('`@1` ```\n@1``` @1', ['bob'])).toBe(`\`@1\` \`\`\`\n@1\`\`\` ${bob}`);
		expect(placeMentions('`@1`', ['bob'])).toBe(`${bob} \`@1\``);
	});

	it('changes nothing without mentions, and makes no message of an empty text', () => {
		expect(placeMentions('Hello @1', [])).toBe('Hello @1');
		expect(placeMentions(' ', ['bob'])).toBe(' ');
	});
});

describe('mentionInPost', () => {
	const text = (value: string, more = {}) => ({ tag: 'text', text: value, ...more });
	const at = (user_id: string) => ({ tag: 'at', user_id });

	it('puts them at the start of the first paragraph', () => {
		expect(mentionInPost([[text('Down')], [text('Again')]], ['bob', 'all'])).toEqual([
			[at('bob'), text(' '), at('all'), text(' '), text('Down')],
			[text('Again')],
		]);
	});

	it.each([
		['a paragraph of an image', [[{ tag: 'img', image_key: 'img_1' }]]],
		['Markdown', [[{ tag: 'md', text: 'Hi' }]]],
		['nothing but a title', []],
	])('gives them a paragraph of their own before %s', (_case, paragraphs) => {
		expect(mentionInPost(paragraphs, ['bob'])).toEqual([[at('bob')], ...paragraphs]);
	});

	it('splits a text where it has a place, and keeps its style', () => {
		const style = { style: ['bold'] };
		expect(mentionInPost([[text('Ask @1 or @2!', style)]], ['bob'])).toEqual([
			[text('Ask ', style), at('bob'), text(' or @2!', style)],
		]);
		expect(mentionInPost([[text('@1')]], ['bob'])).toEqual([[at('bob')]]);
	});

	it('writes tags into Markdown, and looks neither into code nor links', () => {
		const others = [[{ tag: 'code_block', text: '@1' }], [{ tag: 'a', text: '@1', href: 'x' }]];
		expect(mentionInPost([...others, [{ tag: 'md', text: '**@1** `@1`' }]], ['bob'])).toEqual([
			...others,
			[{ tag: 'md', text: `**${bob}** \`@1\`` }],
		]);
	});

	it('changes nothing without mentions', () => {
		const paragraphs = [[text('@1')]];
		expect(mentionInPost(paragraphs, [])).toBe(paragraphs);
	});
});
