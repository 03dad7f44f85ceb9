import { readReceivedContent } from '../../../nodes/shared/events/reading';

/** What each documented example reads as. Several examples of a type are in order. */
export const TEXTS: Record<string, string[]> = {
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

/** Reads content of a type. */
export const textOf = (type: string, content: object | string) =>
	readReceivedContent(type, typeof content === 'string' ? content : JSON.stringify(content));
