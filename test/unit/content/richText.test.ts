import fc from 'fast-check';

import { richTextType } from '../../../nodes/Lark/actions/message/types/richText';
import { InputError } from '../../../nodes/shared/inputError';
import { richTextContent } from '../../../nodes/shared/content/richText';
import { parseContent } from '../../../sandbox/content/parse';

const content = [[{ tag: 'text', text: 'Hi' }], [{ tag: 'hr' }]];
const postOf = (json: unknown) => JSON.parse(richTextContent(json).content) as unknown;

describe('richTextContent', () => {
	it.each<[string, unknown, unknown?]>([
		['text of JSON', JSON.stringify({ zh_cn: { content } }), { zh_cn: { content } }],
		['two languages', { zh_cn: { content }, en_us: { content } }, undefined],
		['a post without locale', { title: 'T', content }, { en_us: { title: 'T', content } }],
		['paragraphs alone', content, { en_us: { content } }],
		['what custom bots take', { post: { en_us: { content } } }, { en_us: { content } }],
		[
			'a whole request of a custom bot',
			{ msg_type: 'post', content: { post: { zh_cn: { title: 'T', content } } } },
			{ zh_cn: { title: 'T', content } },
		],
		[
			'a whole request to im/v1/messages',
			{ msg_type: 'post', content: JSON.stringify({ zh_cn: { title: 'T', content } }) },
			{ zh_cn: { title: 'T', content } },
		],
		[
			'a title that is null in a whole request',
			{ msg_type: 'post', content: { post: { zh_cn: { title: null, content } } } },
			{ zh_cn: { content } },
		],
		[
			'files beside the locales',
			{ zh_cn: { content }, files: [{ key: 'file_1' }, { key: 'file_1' }] },
			{ zh_cn: { content }, files: [{ key: 'file_1' }] },
		],
		[
			'a post as it is received, with files and a second form of its paragraphs',
			{ title: 'T', content, content_v2: content, files: [{ file_key: 'file_1', file_name: 'a' }] },
			{ en_us: { title: 'T', content }, files: [{ key: 'file_1' }] },
		],
		...(
			[
				['post as text', (post) => ({ post: JSON.stringify(post) })],
				['content as text', (post) => ({ content: JSON.stringify(post) })],
				[
					'post as text in a whole request',
					(post) => ({ msg_type: 'post', content: { post: JSON.stringify(post) } }),
				],
				['a locale as text', ({ zh_cn }) => ({ zh_cn: JSON.stringify(zh_cn) })],
				['text of JSON in text of JSON', (post) => JSON.stringify(JSON.stringify(post))],
				['a locale that is null', (post) => ({ ...post, en_us: null })],
			] as Array<[string, (post: { zh_cn: object }) => unknown]>
		).map(([name, wrap]): [string, unknown, unknown] => [
			name,
			wrap({ zh_cn: { title: 'T', content } }),
			{ zh_cn: { title: 'T', content } },
		]),
		[
			'paragraphs as text',
			{ title: 'T', content: JSON.stringify(content) },
			{ en_us: { title: 'T', content } },
		],
		[
			'a time from an expression',
			[[{ tag: 'text', text: new Date(0) }]],
			{ en_us: { content: [[{ tag: 'text', text: '1970-01-01T00:00:00.000Z' }]] } },
		],
		['a title that is null', { title: null, content }, { en_us: { content } }],
		[
			'a title that is null in a locale',
			{ en_us: { title: null, content } },
			{ en_us: { content } },
		],
	])('takes %s', (_case, json, expected = json) => {
		expect(postOf(json)).toEqual(expected);
		expect(() => parseContent('post', richTextContent(json).content)).not.toThrow();
	});

	it.each([
		['{"a": ', /Rich Text is not JSON/],
		['', /Rich Text is empty/],
		['42', /neither an object nor a list/],
		[`${'['.repeat(5_000)}${']'.repeat(5_000)}`, /Rich Text is nested more than 100 levels/],
		[{ msg_type: 'post', content: 'Hi' }, /Rich Text is not JSON/],
		[{ content: 'Hi' }, /it has no content, a list of paragraphs/],
		[{}, /it is empty/],
		[{ english: { content } }, /"english" is not a locale/],
		[{ title: 1, content }, /it has a title that is not a text/],
		[{ en_us: { title: 'T' } }, /en_us has no content/],
		[{ content: ['Hi'] }, /paragraph 1 is not a list/],
		[{ zh_cn: { content: ['Hi'] } }, /paragraph 1 of zh_cn is not a list/],
		[[[null]], /node 1 in paragraph 1 is not an object/],
		[[...content, [{ text: 'Hi' }]], /node 1 in paragraph 3 has no tag/],
		[[[{ tag: 'bold', text: 'Hi' }]], /unknown tag "bold": Lark knows text, a, at/],
		[[[{ tag: 'constructor' }]], /unknown tag/],
		[[[{ tag: 'img' }]], /\(img\) has no image_key/],
		[[[{ tag: 'a', text: 'x', href: 'example' }]], /invalid href/],
		[[[{ tag: 'md', text: 'a' }, { tag: 'hr' }]], /has md beside other nodes/],
	])('refuses %j', (json, message) => {
		expect(() => richTextContent(json)).toThrow(message);
		expect(() => richTextContent(json)).toThrow(InputError);
	});

	it.each([
		['the empty form that the editor offers', richTextType.properties[0].default],
		['no paragraphs', []],
		[
			'texts of spaces',
			{ title: ' ', content: [[{ tag: 'text', text: ' ' }], [{ tag: 'md', text: '' }]] },
		],
		['several empty languages', { en_us: { content: [] }, zh_cn: { content: [[]] } }],
	])('refuses %s, which would be an empty message', (_case, json) => {
		expect(() => richTextContent(json)).toThrow(/^Rich Text is empty$/);
	});

	it.each([
		['a title alone', { title: 'T', content: [] }],
		['a line alone', [[{ tag: 'hr' }]]],
		['a mention alone', [[{ tag: 'at', user_id: 'all' }]]],
	])('sends %s', (_case, json) => {
		expect(richTextContent(json).msg_type).toBe('post');
	});

	it('refuses what is longer than 30 KB', () => {
		const json = [[{ tag: 'text', text: 'a'.repeat(31_000) }]];
		expect(() => richTextContent(json)).toThrow(/Rich Text is too long: 31\d+ bytes/);
	});

	it('refuses any other JSON with an error of its own', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (json) => {
				try {
					parseContent('post', richTextContent(json).content);
				} catch (error) {
					expect(error).toBeInstanceOf(InputError);
				}
			}),
		);
	});
});
