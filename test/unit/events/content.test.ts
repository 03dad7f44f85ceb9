import { normalize } from '@larksuiteoapi/node-sdk';

import { receivedContents } from '../../../sandbox/content/received';
import { commandOf } from '../../../nodes/shared/events/filter';
import { readMessage } from '../../../nodes/shared/events/message';
import { MESSAGE_TYPES, readReceivedContent } from '../../../nodes/shared/events/reading';
import { BOT, bot, received } from './messages';

/** What each documented example reads as. Several examples of a type are in order. */
const TEXTS: Record<string, string[]> = {
	text: ['@_user_1 hello'],
	post: ['A title\nfirst line @_user_1\n[Image]'],
	image: ['[Image]'],
	file: ['[File: test.txt]'],
	folder: ['[Folder: folder]'],
	audio: ['[Audio: 2 s]'],
	media: ['[Video: video.mp4, 2 s]'],
	sticker: ['[Sticker]'],
	interactive: [
		'Card\n[Button: OK]\nhello\n---',
		[
			'A card',
			'[Button: Primary] [Button: Secondary] [Button: Danger]',
			'[Feishu](https://www.feishu.cn) brings everything together for @_user_1.',
			'---',
			'Image title [Image]',
			'[Image] A note',
			'Chat and work in one place. [Image]',
			'On every device. [Menu: Choose (Option 1, Option 2)]',
			'Open to other systems. [Menu: Open the app directory, Open the documentation]',
			'Certified. [Date: 2021-1-1]',
		].join('\n'),
	],
	hongbao: ['[Red packet]'],
	share_calendar_event: [
		'[Calendar event: Planning, 2020-12-18T04:23:15Z to 2020-12-18T04:50:15Z]',
	],
	calendar: ['[Calendar event: Planning, 2020-12-18T04:23:15Z to 2020-12-18T04:50:15Z]'],
	general_calendar: ['[Calendar event: Planning, 2020-12-18T04:23:15Z to 2020-12-18T04:50:15Z]'],
	share_chat: ['[Chat card: oc_0dd200d32fdaxxxxxxxx32f76]'],
	share_user: ['[User card: ou_0dd200d32xxxxx6d2c2ef1ddb32f76]'],
	system: ['botName invited Ann, Bob to this chat.', 'New Session'],
	location: ['[Location: place, 39.90, 116.40]'],
	video_chat: ['[Video call: Video call, 2021-06-08T03:55:23.829Z]'],
	todo: ['[Task: Do it, due 2021-06-08T03:51:58Z]'],
	vote: ['[Vote: Vote]\n- A\n- B\n- C'],
	merge_forward: ['Merged and Forwarded Message'],
};

const textOf = (type: string, content: object | string) =>
	readReceivedContent(type, typeof content === 'string' ? content : JSON.stringify(content));

describe('received content', () => {
	it('knows every type that Lark documents', () => {
		expect([...MESSAGE_TYPES].sort()).toEqual(receivedContents.map(([type]) => type).sort());
		expect(Object.keys(TEXTS)).toHaveLength(21);
	});

	it.each(receivedContents)('reads %s', (type, examples) => {
		expect(examples.map((example) => textOf(type, example).text)).toEqual(TEXTS[type]);
		expect(examples.map((example) => textOf(type, example).content)).toEqual(examples);
	});

	it('reads forwarded messages that are no JSON', () => {
		const words = 'Merged and Forwarded Message';
		expect(textOf('merge_forward', words)).toEqual({
			content: words,
			text: words,
			attachments: [],
		});
	});

	it('gives what can be downloaded, with key, type and name', () => {
		const key = '75235e0c-4f92-430a-a99b-8446610223cg';
		const image = { key: 'img_47354fbc-a159-40ed-86ab-2ad0f1acb42g', type: 'image' };
		const attachments = receivedContents.flatMap(([type, [example]]) => {
			const found = textOf(type, example).attachments;
			return found.length > 0 ? [[type, ...found]] : [];
		});
		expect(attachments).toEqual([
			['post', image],
			['image', { key: 'img_4adb3cc3-902b-4187-b0f1-842f67fd017g', type: 'image' }],
			['file', { key, type: 'file', name: 'test.txt' }],
			['audio', { key, type: 'file', duration: 2000 }],
			['media', { key, type: 'file', name: 'video.mp4', duration: 2000 }],
		]);
	});

	it('reads every node of a post', () => {
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

	it('reads a card in the form in which it was sent, too', () => {
		const card = {
			schema: '2.0',
			header: { title: { tag: 'plain_text', content: 'Release 1.2' } },
			body: {
				elements: [
					{ tag: 'markdown', content: 'Ready for **prod**?' },
					{ tag: 'button', text: { tag: 'plain_text', content: 'Approve' } },
					{ tag: 'img', img_key: 'img_1' },
				],
			},
		};
		expect(textOf('interactive', card)).toMatchObject({
			text: 'Release 1.2\nReady for **prod**?\n[Button: Approve]\n[Image]',
			// Lark refuses their download: 234043.
			attachments: [],
		});
	});

	describe('of a post in Markdown', () => {
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
			for (const content_v2 of [[], [[]], '', null]) {
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

	it('names the folders of a post, which cannot be downloaded', () => {
		const files = [
			{ file_key: 'dir_1', file_name: 'assets', is_folder: true },
			{ file_key: 'file_1', file_name: 'a.pdf', is_folder: false },
		];
		expect(textOf('post', { title: 'See', content: [], files })).toMatchObject({
			text: 'See\n[File: a.pdf]\n[Folder: assets]',
			attachments: [{ key: 'file_1', type: 'file', name: 'a.pdf' }],
		});
	});

	it('gives the files of a post', () => {
		const files = [{ file_key: 'file_1', file_name: 'a.pdf' }, { file_name: 'no key' }, null];
		expect(textOf('post', { title: 'See', content: [], files })).toMatchObject({
			text: 'See\n[File: a.pdf]',
			attachments: [{ key: 'file_1', type: 'file', name: 'a.pdf' }],
		});
	});

	it.each(['zh_cn', 'en_us', 'ja_jp', 'fr_fr'])('reads a post that is wrapped in %s', (locale) => {
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

	it('does not follow content that is nested thousands deep', () => {
		const deep = `{"elements":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
		for (const type of ['interactive', 'post', 'todo']) {
			expect(readReceivedContent(type, deep)).toMatchObject({ content: deep, attachments: [] });
		}
	});

	it.each([
		['text', '{}', ''],
		['text', 'null', 'null'],
		['text', '', ''],
		['post', '{"content":"x"}', ''],
		['vote', '{"options":{}}', '[Vote]'],
		['audio', '{"duration":"long"}', '[Audio]'],
		['interactive', '{"elements":[[null,1]]}', '[Card]'],
		['hologram', '{"text":"hi"}', 'hi'],
		['hologram', '{"depth":3}', '[hologram]'],
		['constructor', '{}', '[constructor]'],
	])('reads %s %s without failing', (type, content, expected) => {
		expect(readReceivedContent(type, content).text).toBe(expected);
	});
});

describe("the official SDK's normaliser, on the same content", () => {
	const judge = async (message_type: string, content: object) => {
		const event = {
			sender: { sender_id: { open_id: 'ou_1' } },
			message: {
				message_id: 'om_1',
				chat_id: 'oc_1',
				chat_type: 'group',
				message_type,
				content: JSON.stringify(content),
			},
		};
		return await normalize(event as Parameters<typeof normalize>[0], {
			botIdentity: { openId: 'ou_bot', name: 'Bot' },
		});
	};

	/**
	 * How the SDK's words differ from ours, type by type. It writes XML-like tags with keys for a
	 * model to read; we write what a person would read in the chat, and give keys in `attachments`.
	 */
	const DIFFERENCES: Record<string, { sdk: string[]; why: string }> = {
		post: {
			sdk: [
				'**A title**\n\n**first line **@@_user_1\n![image](img_47354fbc-a159-40ed-86ab-2ad0f1acb42g)',
			],
			why: 'styles as Markdown, which Lark drops from texts; a second @ before a placeholder',
		},
		image: {
			sdk: ['![image](img_4adb3cc3-902b-4187-b0f1-842f67fd017g)'],
			why: 'the key as a URL, where nothing is',
		},
		file: {
			sdk: ['<file key="75235e0c-4f92-430a-a99b-8446610223cg" name="test.txt"/>'],
			why: 'a tag',
		},
		folder: {
			sdk: ['<folder key="75235e0c-4f92-430a-a99b-8446610223cg" name="folder"/>'],
			why: 'a tag',
		},
		audio: {
			sdk: ['<audio key="75235e0c-4f92-430a-a99b-8446610223cg" duration="2s"/>'],
			why: 'a tag',
		},
		media: {
			sdk: ['<video key="75235e0c-4f92-430a-a99b-8446610223cg" name="video.mp4" duration="2s"/>'],
			why: 'a tag',
		},
		sticker: { sdk: ['<sticker key="75235e0c-4f92-430a-a99b-8446610223cg"/>'], why: 'a tag' },
		interactive: {
			sdk: ['[interactive card]', '[interactive card]'],
			why: 'it reads no card in the simplified form that events carry',
		},
		hongbao: { sdk: ['<hongbao text="[Red packet]"/>'], why: 'a tag around the text' },
		share_calendar_event: {
			sdk: [
				'<calendar_share>\n📅 Planning\n🕙 2020-12-18 12:23 ~ 2020-12-18 12:50\n</calendar_share>',
			],
			why: 'Beijing time that does not say so',
		},
		calendar: {
			sdk: [
				'<calendar_invite>\n📅 Planning\n🕙 2020-12-18 12:23 ~ 2020-12-18 12:50\n</calendar_invite>',
			],
			why: 'Beijing time that does not say so',
		},
		general_calendar: {
			sdk: ['<calendar>\n📅 Planning\n🕙 2020-12-18 12:23 ~ 2020-12-18 12:50\n</calendar>'],
			why: 'Beijing time that does not say so',
		},
		share_chat: { sdk: ['<group_card id="oc_0dd200d32fdaxxxxxxxx32f76"/>'], why: 'a tag' },
		share_user: { sdk: ['<contact_card id="ou_0dd200d32xxxxx6d2c2ef1ddb32f76"/>'], why: 'a tag' },
		system: {
			sdk: ['botName invited Ann, Bob to this chat.', '{divider_text}'],
			why: 'it knows no variable that is an object',
		},
		location: { sdk: ['<location name="place" coords="lat:39.90,lng:116.40"/>'], why: 'a tag' },
		video_chat: {
			sdk: ['<meeting>\n📹 Video call\n🕙 2021-06-08 11:55\n</meeting>'],
			why: 'Beijing time that does not say so',
		},
		todo: {
			sdk: ['<todo>\nDo it\nDue: 2021-06-08 11:51\n</todo>'],
			why: 'Beijing time that does not say so',
		},
		vote: { sdk: ['<vote>\nVote\n• A\n• B\n• C\n</vote>'], why: 'a tag' },
		merge_forward: {
			sdk: ['<forwarded_messages/>'],
			why: 'without a call for what is inside, it says nothing',
		},
	};

	it.each(receivedContents)(
		'%s: the same words, or a difference that is explained',
		async (type, examples) => {
			const theirs = await Promise.all(
				examples.map(async (example) => (await judge(type, example)).content),
			);
			const difference = DIFFERENCES[type];
			expect(theirs).toEqual(difference ? difference.sdk : TEXTS[type]);
			if (difference) expect(theirs).not.toEqual(TEXTS[type]);
		},
	);

	it.each(receivedContents)(
		'%s: the same files; stickers cannot be downloaded, so are none',
		async (type, examples) => {
			const { resources } = await judge(type, examples[0]);
			const keys = resources
				.filter((resource) => resource.type !== 'sticker')
				.map(({ fileKey }) => fileKey);
			expect(textOf(type, examples[0]).attachments.map(({ key }) => key)).toEqual(keys);
		},
	);
});
