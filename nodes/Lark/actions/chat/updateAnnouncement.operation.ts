import type { Client } from '@larksuiteoapi/node-sdk';

import { chatProperty, checkChatId } from '../common/chat';
import { BOT_OR_USER, type Operation } from '../operation';
import { appendText, readEdits } from './announcementEdits';

type Announcements = Client['im']['v1']['chatAnnouncement'];

/** PATCH /open-apis/im/v1/chats/:chat_id/announcement, group/chat-announcement/patch. */
export const updateAnnouncement: Operation = {
	name: 'Update Announcement',
	value: 'updateAnnouncement',
	action: 'Update the announcement of a chat',
	description:
		'Append text to the announcement of a Lark group chat, or edit it in the format of Lark documents. Works for announcements of the old kind (announcement_type doc).',
	identities: BOT_OR_USER,
	properties: [
		chatProperty,
		{
			displayName: 'Update With',
			name: 'updateWith',
			type: 'options',
			options: [
				{ name: 'Text', value: 'text', description: 'Append paragraphs' },
				{ name: 'Edits (JSON)', value: 'edits', description: 'Change anything' },
			],
			default: 'text',
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			displayOptions: { show: { updateWith: ['text'] } },
			default: '',
			required: true,
			placeholder: 'e.g. On call this week: Alice',
			description: 'What to append; every line becomes a paragraph',
		},
		{
			displayName: 'Edits',
			name: 'edits',
			type: 'json',
			displayOptions: { show: { updateWith: ['edits'] } },
			default: '[]',
			required: true,
			description: "A list of edit requests in the format of Lark's old documents",
		},
	],

	async execute(item) {
		const chat_id = checkChatId(item.string('chatId'));
		const requests =
			item.string('updateWith') === 'edits'
				? readEdits(item.value('edits'))
				: appendText(item.string('text'));
		const request = {
			url: '/open-apis/im/v1/chats/:chat_id/announcement',
			path: { chat_id },
		};
		const { revision = '' } = await item.lark.call<Announcements['get']>({
			method: 'GET',
			...request,
		});
		await item.lark.call<Announcements['patch']>({
			method: 'PATCH',
			...request,
			body: { revision, requests },
		});
		return { chat_id, success: true };
	},
};
