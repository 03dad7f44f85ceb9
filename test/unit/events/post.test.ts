import { commandOf } from '../../../nodes/shared/events/filter';
import { readMessage } from '../../../nodes/shared/events/message';
import { textOf } from './contents';
import { BOT, bot, received } from './messages';

describe('received content of a post', () => {
	it('has every node', () => {
		const content = [
			[
				{ tag: 'text', text: 'see ', style: ['bold'] },
				{ tag: 'a', text: 'the page', href: 'https://example.com' },
				{ tag: 'emotion', emoji_type: 'SMILE' },
			],
			[{ tag: 'at', user_id: '@_all', user_name: '' }],
			[{ tag: 'media', file_key: 'file_1', image_key: 'img_1' }],
			[{ tag: 'code_block', language: 'GO', text: 'a\nb' }],
			[{ tag: 'hr' }],
		];
		expect(textOf('post', { title: '', content })).toMatchObject({
			text: 'see [the page](https://example.com)[SMILE]\n@_all\n[Video]\n```go\na\nb\n```\n---',
			attachments: [{ key: 'file_1', type: 'file' }],
		});
	});

	describe('in Markdown', () => {
		const md = (text: string) => ({ title: '', content_v2: [[{ tag: 'md', text }]] });

		it.each([
			['**Hi** [there](https://a.b)\n# Title', '**Hi** [there](https://a.b)\n# Title'],
			['![logo](img_v3_a-b) and ![](img_2 "big")', '[Image] and [Image]', 'img_v3_a-b', 'img_2'],
			['![logo](https://a.b/img_1)', '![logo](https://a.b/img_1)'],
			['`![a](img_1)` ![b](img_2)', '`![a](img_1)` [Image]', 'img_2'],
			['``a ` ![a](img_1)`` `![b](img_2)', '``a ` ![a](img_1)`` `[Image]', 'img_2'],
			['```\n![a](img_1)\n```\n![b](img_2)', '```\n![a](img_1)\n```\n[Image]', 'img_2'],
			[
				'~~~md\n```\n![a](img_1)\n~~~\n![b](img_2)',
				'~~~md\n```\n![a](img_1)\n~~~\n[Image]',
				'img_2',
			],
			['````\n```\n![a](img_1)', '````\n```\n![a](img_1)'],
			[
				'> ```\n> ![a](img_1)\n> ```\n> ![b](img_2)',
				'> ```\n> ![a](img_1)\n> ```\n> [Image]',
				'img_2',
			],
			['> ```\n> ![a](img_1)\n![b](img_2)', '> ```\n> ![a](img_1)\n[Image]', 'img_2'],
			[
				'- ```\n  ![a](img_1)\n  ```\n- ![b](img_2)',
				'- ```\n  ![a](img_1)\n  ```\n- [Image]',
				'img_2',
			],
			[
				'> 1. ~~~~\n>    ~~~\n>    ![a](img_1)\n>    ~~~~\n> 2. ![b](img_2)',
				'> 1. ~~~~\n>    ~~~\n>    ![a](img_1)\n>    ~~~~\n> 2. [Image]',
				'img_2',
			],
			['代码\n\n    ![a](img_1)\n\n![b](img_2)', '代码\n\n    ![a](img_1)\n\n[Image]', 'img_2'],
			[
				'- a\n\n      ![a](img_1)\n\n    ![b](img_2)',
				'- a\n\n      ![a](img_1)\n\n    [Image]',
				'img_2',
			],
			['text\n    ![a](img_1)', 'text\n    [Image]', 'img_1'],
			['\\![a](img_1) \\`![b](img_2)\\`', '\\![a](img_1) \\`[Image]\\`', 'img_2'],
			['![a[b]c](img_1) ![d](<img_2>)', '[Image] [Image]', 'img_1', 'img_2'],
			['a `b\n\n![c](img_1) d`', 'a `b\n\n[Image] d`', 'img_1'],
			['![a](img_1) ![b](img_1)', '[Image] [Image]', 'img_1'],
			['<at user_id="@_user_1">Tom</at> and <at id=all></at>', '@_user_1 and @_all'],
			["<at user_id='ou_1'>Tom Lee</at>, <at user_id='ou_2'></at>", '@Tom Lee, @ou_2'],
			['`<at user_id="ou_1">Tom</at>`', '`<at user_id="ou_1">Tom</at>`'],
		])('%j', (text, expected, ...keys) => {
			const attachments = keys.map((key) => ({ key, type: 'image' }));
			expect(textOf('post', md(text))).toMatchObject({ text: expected, attachments });
		});

		it('is preferred, unless there is none', () => {
			const content = [[{ tag: 'text', text: 'plain' }]];
			expect(textOf('post', { ...md('**bold**'), content }).text).toBe('**bold**');
			const blank = (text: string) => [[{ tag: 'md', text }]];
			for (const content_v2 of [[], [[]], '', null, blank(''), blank(' \n')]) {
				expect(textOf('post', { title: 'T', content, content_v2 }).text).toBe('T\nplain');
			}
			expect(textOf('post', { content: [[{ tag: 'markdown', text: '*a*' }]] }).text).toBe('*a*');
		});

		it('starts a workflow by a command, which the mention of the bot may precede', () => {
			const content = JSON.stringify(md('@_user_1 /deploy `prod`'));
			const given = { message: { message_type: 'post', content }, mentions: [bot('@_user_1')] };
			const message = readMessage(received(given), BOT)!;
			expect(commandOf(message, ['deploy'])).toEqual({ name: 'deploy', arguments: ['`prod`'] });
		});
	});

	it('is read in a language that has words', () => {
		const en_us = { title: '', content: [[{ tag: 'text', text: 'words' }]] };
		const zh_cn = { title: '', content: [], content_v2: [[{ tag: 'md', text: ' ' }]] };
		expect(textOf('post', { zh_cn, en_us }).text).toBe('words');
	});

	it('has the files that stand beside the post in its wrapper', () => {
		const post = { zh_cn: { title: 'See', content: [] } };
		const files = [{ file_key: 'file_1', file_name: '报告.pdf' }];
		expect(textOf('post', { post, files }).attachments).toEqual([
			{ key: 'file_1', type: 'file', name: '报告.pdf' },
		]);
	});

	it('has its files', () => {
		const files = [{ file_key: 'file_1', file_name: 'a.pdf' }, { file_name: 'no key' }, null];
		expect(textOf('post', { title: 'See', content: [], files })).toMatchObject({
			text: 'See\n[File: a.pdf]',
			attachments: [{ key: 'file_1', type: 'file', name: 'a.pdf' }],
		});
	});

	it.each(['zh_cn', 'en_us', 'ja_jp', 'fr_fr'])('is read when it is wrapped in %s', (locale) => {
		const body = { title: 'T', content: [[{ tag: 'text', text: 'words' }]] };
		expect(textOf('post', { [locale]: body }).text).toBe('T\nwords');
		expect(textOf('post', { post: { [locale]: body } }).text).toBe('T\nwords');
		const files = [{ file_key: 'file_1', file_name: 'a.pdf' }];
		for (const wrapped of [{ [locale]: body, files }, { [locale]: { ...body, files } }]) {
			expect(textOf('post', wrapped)).toMatchObject({
				text: 'T\nwords\n[File: a.pdf]',
				attachments: [{ key: 'file_1' }],
			});
		}
	});

	it('names its folders, which cannot be downloaded', () => {
		const files = [
			{ file_key: 'dir_1', file_name: 'assets', is_folder: true },
			{ file_key: 'file_1', file_name: 'a.pdf', is_folder: false },
		];
		expect(textOf('post', { title: 'See', content: [], files })).toMatchObject({
			text: 'See\n[File: a.pdf]\n[Folder: assets]',
			attachments: [{ key: 'file_1', type: 'file', name: 'a.pdf' }],
		});
	});
});
