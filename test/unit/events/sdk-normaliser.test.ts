import { normalize } from '@larksuiteoapi/node-sdk';

import { receivedContents } from '../../../sandbox/content/received';
import { textOf, TEXTS } from './contents';

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
